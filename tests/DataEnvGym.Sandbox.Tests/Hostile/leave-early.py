# expect Exited
# early
import os

os._exit(0)
assert False
