# expect RuntimeError
# error No space left on device
number = 0
while True:
    open(str(number), "w").close()
    number += 1
