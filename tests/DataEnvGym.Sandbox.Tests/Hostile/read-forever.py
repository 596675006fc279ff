# expect TimeLimit
import sys

while True:
    sys.stdin.read()
