# expect Exited
# output ENOENT ENOENT ENOENT ENOENT ENOENT ENOENT ENOENT ENOENT
import errno
import os

names = []
for path in ("/etc/passwd", "/etc/shadow", "/root", "/home", "/proc/1/environ", "/proc/self/maps", "/sys/kernel", "/var/log"):
    try:
        os.close(os.open(path, os.O_RDONLY))
        names.append(path)
    except OSError as error:
        names.append(errno.errorcode[error.errno])
print(*names)
