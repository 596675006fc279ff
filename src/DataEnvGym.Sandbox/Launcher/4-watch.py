# The launcher's side of a run: collects what the program writes and holds it to its limits.
import select
import time

GLANCE = 0.025  # seconds between two looks at the processes of a run that is still going


def processes():
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def appetite(bystanders):
    """Memory in use (bytes) and processor time (seconds) of all processes of the run together."""
    memory = cpu = 0
    for process in processes():
        if process in bystanders:
            continue
        try:
            with open(f"/proc/{process}/status") as file:
                memory += sum(int(line.split()[1]) << 10 for line in file if line.startswith(("RssAnon:", "RssShmem:")))
            with open(f"/proc/{process}/stat") as file:
                cpu += sum(int(ticks) for ticks in file.read().rpartition(")")[2].split()[11:15])
        except (FileNotFoundError, ProcessLookupError):
            pass  # it ended in between
    return memory, cpu / os.sysconf("SC_CLK_TCK")


def take(descriptor, text, most):
    """Reads on; false at the end. One byte over the limit is enough to know."""
    data = os.read(descriptor, min(65536, most + 1 - len(text)))
    text += data
    return bool(data)


def watch(output, error, report, limits, bystanders, texts):
    """Waits for the report, the first limit, or the end of whom we work for. Returns the limit that was passed, or None."""
    poller = select.poll()
    for descriptor in (output, error, report):
        poller.register(descriptor, select.POLLIN)
    poller.register(REQUESTS, 0)  # tells of a hang-up alone
    start = time.monotonic()
    deadline, glance = start + limits["wall"], start + GLANCE
    while True:
        now = time.monotonic()
        if now >= deadline:
            return "time"
        for descriptor, _ in poller.poll(max(0, min(deadline, glance) - now) * 1000 + 1):
            if descriptor == REQUESTS:
                os._exit(1)  # and with us all of the run
            if descriptor == report:
                return None
            text = texts[descriptor]
            if not take(descriptor, text, limits["output"]):
                poller.unregister(descriptor)
            if len(text) > limits["output"]:
                return "output"
        if time.monotonic() >= glance:
            memory, cpu = appetite(bystanders)
            if cpu >= limits["cpu"]:
                return "time"
            if memory > limits["memoryMiB"] * MIB:
                return "memory"
            glance = time.monotonic() + GLANCE


def drain(descriptor, text, most):
    """What still lies in the pipe, after all who could write to it are gone."""
    while len(text) <= most and take(descriptor, text, most):
        pass
