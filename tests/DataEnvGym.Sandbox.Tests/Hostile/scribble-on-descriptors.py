# expect Exited
# early
import os

for number in range(3, 64):
    for text in (b"E", bytes(16) + b"E", b"!failed\n", b"\0" * 25):
        try:
            os.write(number, text)
        except OSError:
            pass
os._exit(0)
