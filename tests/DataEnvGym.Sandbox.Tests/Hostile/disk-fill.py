# expect RuntimeError
# error No space left on device
number = 0
while True:
    with open(f"{number}.bin", "wb") as file:
        file.write(bytes(1 << 20))
    number += 1
