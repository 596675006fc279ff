# expect Exited
# output {} sandbox 1000
import os

print(dict(os.environ), os.uname().nodename, os.getuid())
