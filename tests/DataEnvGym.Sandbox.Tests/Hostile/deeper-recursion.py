# expect RuntimeError MemoryLimit
import sys

sys.setrecursionlimit(1 << 30)


def dig(deep):
    return sorted([deep], key=dig)


dig(0)
