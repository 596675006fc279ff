# expect OutputLimit
import os

os.fork()
os.fork()
while True:
    os.write(1, b"x" * 65536)
