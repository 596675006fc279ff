# expect RuntimeError
import json
import os
import struct

answer = json.dumps({"outcome": "exited", "wall": 0, "over": [False, False], "lengths": [0, 0], "exit": 0, "ranToEnd": True}).encode()
for number in range(1, 64):
    try:
        os.write(number, struct.pack("<I", len(answer)) + answer)
    except OSError:
        pass
os._exit(7)
