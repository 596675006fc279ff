# expect RuntimeError
# error FileNotFoundError
import subprocess

subprocess.run(["/bin/sh", "-c", "id"], check=True)
