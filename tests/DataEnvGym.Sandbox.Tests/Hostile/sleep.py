# expect TimeLimit
import time

time.sleep(600)
