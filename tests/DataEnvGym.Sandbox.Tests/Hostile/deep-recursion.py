# expect RuntimeError
# error RecursionError
def dig():
    dig()


dig()
