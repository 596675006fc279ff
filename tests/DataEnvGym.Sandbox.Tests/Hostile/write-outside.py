# expect Exited
# output refused
import os
import sys

for folder in ("/", "/tmp", "/var/tmp", "/dev", "/dev/shm", "/usr/lib", "/usr/bin", "/etc", "/proc", "/root", os.path.join(os.getcwd(), ".."), "/run"):
    for act in (lambda path: open(path, "w").close(), os.mkdir, lambda path: os.symlink("/", path), os.mkfifo):
        try:
            act(os.path.join(folder, sys.argv[1]))
            print(folder)
        except OSError:
            pass
print("refused")
