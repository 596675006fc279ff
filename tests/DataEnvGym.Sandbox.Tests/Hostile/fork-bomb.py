# expect RuntimeError
# error Resource temporarily unavailable
import os

while True:
    os.fork()
