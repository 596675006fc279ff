# expect Exited
# output EAFNOSUPPORT EAFNOSUPPORT EAFNOSUPPORT no name
import errno
import socket


def attempt(family, kind, act):
    try:
        with socket.socket(family, kind) as connection:
            act(connection)
        return "done"
    except OSError as error:
        return errno.errorcode[error.errno]


names = [
    attempt(socket.AF_INET, socket.SOCK_STREAM, lambda connection: connection.connect(("1.1.1.1", 80))),
    attempt(socket.AF_INET6, socket.SOCK_STREAM, lambda connection: connection.listen()),
    attempt(socket.AF_NETLINK, socket.SOCK_RAW, lambda connection: None),
]
try:
    socket.getaddrinfo("example.com", 80)
    names.append("name")
except OSError:
    names.append("no name")
print(*names)
