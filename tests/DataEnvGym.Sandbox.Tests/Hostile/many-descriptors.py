# expect RuntimeError
# error Too many open files
import os

while True:
    os.pipe()
