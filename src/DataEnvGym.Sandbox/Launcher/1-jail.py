# The walls around one run: namespaces, mounts, limits, privileges, system calls.
# Five files, joined in the order of their names, are one script: the launcher, which runs inside bubblewrap.
import ctypes
import os
import resource
import signal

LIBC = ctypes.PyDLL(None, use_errno=True)  # PyDLL keeps the interpreter's lock, which a clone would otherwise lose
CLONE = {"x86_64": 56, "aarch64": 220}
NEW_NAMESPACES = 0x00020000 | 0x04000000 | 0x08000000 | 0x20000000  # mount, uts, ipc, pid
SIGCHLD = 17
MS_NOSUID, MS_NODEV, MS_REC, MS_PRIVATE, MNT_DETACH = 2, 4, 0x4000, 0x40000, 2
PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_CAP_AMBIENT = 1, 22, 24, 47
CAPABILITIES_V3, CAP_LAST = 0x20080522, 40
WORK = "/work"
MIB = 1 << 20


def checked(result, what):
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")
    return result


def clone():
    """A child that is the first process of new namespaces: when it ends, the kernel ends all that it ever started."""
    number = CLONE[os.uname().machine]
    return checked(LIBC.syscall(ctypes.c_long(number), ctypes.c_long(NEW_NAMESPACES | SIGCHLD), None, None, None, None), "clone")


def furnish(files, limits):
    """A work folder of its own in memory, gone with the namespace, and no /proc."""
    checked(LIBC.mount(b"none", b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None), "make mounts private")
    checked(LIBC.umount2(b"/proc", MNT_DETACH), "umount /proc")
    options = f"size={limits['workMiB']}m,nr_inodes=4096,mode=700".encode()
    checked(LIBC.mount(b"work", WORK.encode(), b"tmpfs", ctypes.c_ulong(MS_NOSUID | MS_NODEV), options), "mount work folder")
    for name, text in files.items():
        path = os.path.join(WORK, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)


def limit(limits, others):
    """Soft and hard limits alike, so that none can be raised. `others` are processes of ours that count as the program's."""
    cpu = int(-(-limits["cpu"] // 1))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    for kind, value in (
        (resource.RLIMIT_AS, limits["memoryMiB"] * MIB),
        (resource.RLIMIT_FSIZE, limits["fileMiB"] * MIB),
        (resource.RLIMIT_NOFILE, limits["openFiles"]),
        (resource.RLIMIT_NPROC, limits["processes"] + others),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        resource.setrlimit(kind, (value, value))


def drop_privileges():
    for capability in range(CAP_LAST + 1):
        LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)  # older kernels know fewer
    checked(LIBC.prctl(PR_CAP_AMBIENT, 4, 0, 0, 0), "clear ambient capabilities")
    header = (ctypes.c_uint32 * 2)(CAPABILITIES_V3, 0)
    checked(LIBC.capset(header, (ctypes.c_uint32 * 6)()), "drop capabilities")


class SockFprog(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]


def filter_system_calls(instructions):
    """bubblewrap has set no_new_privs, without which the kernel would refuse the filter."""
    memory = ctypes.create_string_buffer(instructions, len(instructions))
    program = SockFprog(len(instructions) // 8, ctypes.addressof(memory))
    checked(LIBC.prctl(PR_SET_SECCOMP, 2, ctypes.byref(program), 0, 0), "seccomp")


def enter_jail(request, settings, streams, report):
    """Leaves the process with four files (standard streams and notes), no environment and no privileges."""
    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number, inheritable=number < 3)
    os.closerange(4, report)
    os.closerange(report + 1, 1 << 20)
    os.set_blocking(3, False)
    os.chdir(WORK)
    os.environ.clear()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    drop_privileges()
    limit(request["limits"], settings["others"])
    filter_system_calls(settings["filter"])
    os.close(report)
