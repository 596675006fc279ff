# expect RuntimeError
# error EOFError
while True:
    input()
