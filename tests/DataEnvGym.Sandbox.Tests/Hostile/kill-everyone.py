# expect Exited
# output ESRCH alive
import errno
import os
import signal

try:
    os.kill(-1, signal.SIGKILL)
    print("killed")
except OSError as error:
    print(errno.errorcode[error.errno], end=" ")
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV):
    os.kill(os.getppid(), number)
print("alive")
