# The first process of a run's namespaces: furnishes them, starts the program, says how it ended.
# The program cannot signal it (the kernel keeps signals from a namespace's first process) nor trace it (it has capabilities).
import json
import struct

REPORT = struct.Struct("<iidq?")  # exit code, signal, processor seconds, peak KiB, whether processes were left


def warden(request, settings, key, streams, report):
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        checked(LIBC.prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0), "parent death signal")
        furnish(request["files"], request["limits"])
        child = os.fork()
    except BaseException as error:
        give_up(report, error)
    if child == 0:
        try:
            enter_jail(request, settings, streams, report)
        except BaseException as error:
            give_up(report, error)
        run_program(request["entry"], request["arguments"], key)
    while True:
        ended, status, usage = os.wait4(-1, 0)
        if ended == child:
            break
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    os.write(report, REPORT.pack(code, number, used.ru_utime + used.ru_stime, usage.ru_maxrss, left_behind()))
    os._exit(0)


def give_up(report, error):
    os.write(report, f"!{error}\n".encode()[:1000])
    os._exit(1)


def left_behind():
    try:
        while True:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                return True
    except ChildProcessError:
        return False
