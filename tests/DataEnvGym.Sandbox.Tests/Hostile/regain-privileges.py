# expect Exited
# output no privileges, no higher limits
import ctypes
import resource

libc = ctypes.CDLL(None, use_errno=True)
header = (ctypes.c_uint32 * 2)(0x20080522, 0)
everything = (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6)
print("privileges" if libc.capset(header, everything) == 0 or libc.setuid(0) == 0 else "no privileges", end=", ")
raised = 0
for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_CORE):
    soft, hard = resource.getrlimit(kind)
    try:
        resource.setrlimit(kind, (hard + 1, hard + 1))
        raised += 1
    except (ValueError, OSError):
        pass
print("higher limits" if raised else "no higher limits")
