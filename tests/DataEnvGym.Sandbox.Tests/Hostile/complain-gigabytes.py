# expect OutputLimit
import os

while True:
    os.write(2, b"\0" * 65536)
