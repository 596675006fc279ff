# expect TimeLimit
while True:
    pass
