# expect Exited
# output EPERM EPERM EPERM
# Memory that neither the address space nor the work folder counts.
import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
names = []
try:
    os.memfd_create("hoard")
    names.append("memfd")
except OSError as error:
    names.append(errno.errorcode[error.errno])
for call in (lambda: libc.shmget(0, 1 << 20, 0o1600), lambda: libc.msgget(0, 0o1600)):
    result = call()
    names.append(errno.errorcode[ctypes.get_errno()] if result == -1 else "made")
print(*names)
