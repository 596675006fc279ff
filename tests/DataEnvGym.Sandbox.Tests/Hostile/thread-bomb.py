# expect RuntimeError
# error can't start new thread
import threading
import time

for _ in range(1000):
    threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
