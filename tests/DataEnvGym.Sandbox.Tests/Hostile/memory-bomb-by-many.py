# expect MemoryLimit
# Each process stays below the limit of its own.
import os
import time

for _ in range(3):
    if os.fork() == 0:
        hoard = bytearray(b"x") * (90 << 20)
        time.sleep(600)
time.sleep(600)
