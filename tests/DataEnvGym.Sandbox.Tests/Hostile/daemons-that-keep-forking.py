# expect Exited
# output gone
# Each lives for a moment only, so that a list of processes to kill is out of date at once.
import os
import time

if os.fork() == 0:
    os.setsid()
    while True:
        try:
            if os.fork():
                os._exit(0)
        except OSError:
            pass
time.sleep(0.2)
print("gone")
