# Answers one request after another. Nothing of a run outlives it, and nothing that a program writes decides an answer.
import base64
import fcntl

REQUESTS, ANSWERS = os.dup(0), os.dup(1)


def receive(length):
    data = bytearray()
    while len(data) < length:
        part = os.read(REQUESTS, length - len(data))
        if not part:
            os._exit(0)
        data += part
    return bytes(data)


def receive_frame():
    return json.loads(receive(struct.unpack("<I", receive(4))[0]))


def send(header, *bodies):
    head = json.dumps(header).encode()
    data = memoryview(struct.pack("<I", len(head)) + head + b"".join(bodies))
    while data:
        data = data[os.write(ANSWERS, data):]


def standard_input(text):
    """A file in memory that can be read and nothing else."""
    descriptor = os.memfd_create("input", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    with open(descriptor, "wb", closefd=False) as file:
        file.write(text.encode(errors="replace"))
    os.lseek(descriptor, 0, os.SEEK_SET)
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL)
    return descriptor


def verdict(limit_passed, report, notes, key, limits):
    """The outcome by its first cause: a limit of ours, the kernel's word on the process, the key's notes."""
    if limit_passed:
        return limit_passed, {}
    if report.startswith(b"!"):
        return "failure", {"problem": report[1:].partition(b"\n")[0].decode(errors="replace")}
    if len(report) != REPORT.size:
        return "failure", {"problem": "The run's first process was killed."}
    code, number, cpu, peak, left = REPORT.unpack(report)
    facts = {"cpu": cpu, "peak": peak << 10, "left": left, "ranToEnd": key + b"E" in notes}
    facts.update({"signal": number} if number else {"exit": code})
    if number == signal.SIGXCPU or cpu >= limits["cpu"]:
        return "time", facts
    if key + b"C" in notes and code == 1:
        return "compile", facts
    if key + b"M" in notes and code == 1:
        return "memory", facts
    return "exited" if code == 0 else "runtime", facts


def run(request, settings, bystanders):
    limits, key = request["limits"], os.urandom(16)
    output, output_end = os.pipe()
    error, error_end = os.pipe()
    report, report_end = os.pipe()
    notes, notes_end = os.pipe()
    streams = (standard_input(request["input"]), output_end, error_end, notes_end)
    start = time.monotonic()
    first = clone()
    if first == 0:
        for descriptor in (REQUESTS, ANSWERS, output, error, report, notes):
            os.close(descriptor)
        # Above the numbers that the streams will have, so that none is closed over by another.
        streams = [fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 32) for descriptor in streams]
        warden(request, settings, key, streams, report_end)
    for descriptor in (*streams, report_end):
        os.close(descriptor)
    texts = {output: bytearray(), error: bytearray()}
    limit_passed = watch(output, error, report, limits, bystanders, texts)
    os.kill(first, signal.SIGKILL)  # if it has not ended: it is not reaped yet, so that its number is still its own
    os.waitpid(first, 0)
    wall = time.monotonic() - start
    for descriptor, text in texts.items():
        drain(descriptor, text, limits["output"])
    over = [len(text) > limits["output"] for text in texts.values()]
    words = os.read(report, 1024), os.read(notes, 4096)
    for descriptor in (output, error, report, notes):
        os.close(descriptor)
    outcome, facts = verdict(limit_passed or ("output" if any(over) else None), *words, key, limits)
    bodies = [bytes(text[:limits["output"]]) for text in texts.values()]
    send({"outcome": outcome, "wall": wall, "over": over, "lengths": [len(body) for body in bodies], **facts}, *bodies)


def serve():
    for number in (0, 1):
        os.dup2(os.open("/dev/null", os.O_RDWR | os.O_CLOEXEC), number, inheritable=False)
    settings = receive_frame()
    settings["filter"] = base64.b64decode(settings["filter"])
    bystanders = set(processes())
    settings["others"] = len(bystanders) + 1
    sys.path[:] = [path for path in sys.path if path]
    send({"ready": sys.version.split()[0]})
    gc.disable()
    gc.freeze()
    while True:
        run(receive_frame(), settings, bystanders)


for module in ("bisect collections copy dataclasses datetime decimal enum fractions functools heapq io itertools "
               "math operator random re statistics string textwrap typing").split():
    __import__(module)
serve()
