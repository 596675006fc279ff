# expect MemoryLimit
# Shared memory belongs to no process's own memory.
import mmap
import os
import time

for _ in range(3):
    if os.fork() == 0:
        hoard = mmap.mmap(-1, 90 << 20)
        for _ in range(90):
            hoard.write(b"x" * (1 << 20))
        time.sleep(600)
time.sleep(600)
