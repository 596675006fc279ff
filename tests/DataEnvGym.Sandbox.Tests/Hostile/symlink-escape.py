# expect Exited
# output refused
import os
import sys

for target in ("/etc/passwd", "/proc/1/root/etc/passwd", "../../../../etc/passwd", "/tmp/" + sys.argv[1], "/usr/lib/" + sys.argv[1]):
    os.symlink(target, "link")
    for mode in ("r", "w"):
        try:
            open("link", mode).close()
            print(target, mode)
        except OSError:
            pass
    os.unlink("link")
try:
    os.link("/usr/lib/os-release", "hard")
    print("linked")
except OSError:
    pass
print("refused")
