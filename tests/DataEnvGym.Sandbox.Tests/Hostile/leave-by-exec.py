# expect Exited
# early
# output other
import os
import sys

os.execv(sys.executable, [sys.executable, "-c", "print('other')"])
