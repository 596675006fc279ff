# expect RuntimeError
# error Connection refused
# The host's abstract sockets belong to its network namespace.
import socket

with socket.socket(socket.AF_UNIX) as connection:
    connection.connect("\0/tmp/.X11-unix/X0")
