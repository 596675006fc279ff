# Runs one program in a dynamic session and prints how it ended. REQUEST and PROGRAM stand before this text.
# The session's virtual machine is the wall; this holds the program to its limits and keeps its verdict out of its hands.
import ctypes
import fcntl
import json
import os
import resource
import selectors
import signal
import subprocess
import sys
import tempfile
import time

MIB = 1 << 20
RUNNER = PROGRAM + """
key_end, notes_end = int(sys.argv[1]), int(sys.argv[2])
key = os.read(key_end, 16)
os.dup2(notes_end, 3, inheritable=False)
os.close(key_end)
os.close(notes_end)
os.environ.clear()
run_program(sys.argv[3], sys.argv[4:], key)
"""


def furnish(folder, files):
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)


def pipe():
    """A pipe above descriptor 3, where the notes go."""
    ends = os.pipe()
    moved = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends]
    for end in ends:
        os.close(end)
    return moved


def confine(limits):
    """Between fork and exec: limits cannot be raised, root becomes nobody."""
    cpu = int(-(-limits["cpu"] // 1))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    for kind, value in (
        (resource.RLIMIT_AS, limits["memoryMiB"] * MIB),
        (resource.RLIMIT_FSIZE, limits["fileMiB"] * MIB),
        (resource.RLIMIT_NOFILE, limits["openFiles"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)


def watch(child, limits, texts):
    """The first limit that was passed, or None."""
    deadline = time.monotonic() + limits["wall"]
    with selectors.DefaultSelector() as selector:
        for stream in texts:
            selector.register(stream, selectors.EVENT_READ)
        while selector.get_map():
            left = deadline - time.monotonic()
            if left <= 0:
                return "time"
            for ready, _ in selector.select(min(left, 0.05)):
                text = texts[ready.fileobj]
                data = os.read(ready.fd, min(65536, limits["output"] + 1 - len(text)))
                text += data
                if len(text) > limits["output"]:
                    return "output"
                if not data:
                    selector.unregister(ready.fileobj)
            if os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) and not selector.select(0):
                return None
        while not os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            if time.monotonic() > deadline:
                return "time"
            time.sleep(0.01)
    return None


def run(request, folder):
    limits, key = request["limits"], os.urandom(16)
    ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # not dumpable: nobody but root may look into our memory or files
    os.chmod(folder, 0o777)
    furnish(folder, request["files"])
    key_read, key_write = pipe()
    os.write(key_write, key)
    os.close(key_write)
    notes_read, notes_write = pipe()
    with tempfile.TemporaryFile() as given:
        given.write(request["input"].encode())
        given.seek(0)
        start = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-c", RUNNER, str(key_read), str(notes_write), request["entry"], *request["arguments"]], cwd=folder,
            env={"PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, pass_fds=(key_read, notes_write), preexec_fn=lambda: confine(limits))
    os.close(key_read)
    os.close(notes_write)
    texts = {child.stdout: bytearray(), child.stderr: bytearray()}
    passed = watch(child, limits, texts)
    os.killpg(child.pid, signal.SIGKILL)
    _, status, used = os.wait4(child.pid, 0)
    os.set_blocking(notes_read, False)
    try:
        notes = os.read(notes_read, 4096)
    except BlockingIOError:
        notes = b""
    cpu = used.ru_utime + used.ru_stime
    code = os.waitstatus_to_exitcode(status)
    facts = {"cpu": cpu, "peak": used.ru_maxrss << 10, "ranToEnd": key + b"E" in notes, **({"exit": code} if code >= 0 else {"signal": -code})}
    if passed:
        outcome, facts = passed, {}
    elif code == -signal.SIGXCPU or cpu >= limits["cpu"]:
        outcome = "time"
    elif key + b"C" in notes and code == 1:
        outcome = "compile"
    elif key + b"M" in notes and code == 1:
        outcome = "memory"
    else:
        outcome = "exited" if code == 0 else "runtime"
    bodies = [text[:limits["output"]].decode(errors="replace") for text in texts.values()]
    over = [len(text) > limits["output"] for text in texts.values()]
    return {"secret": request["secret"], "outcome": outcome, "wall": time.monotonic() - start, "output": bodies[0], "error": bodies[1], "over": over, **facts}


with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
    print(json.dumps(run(json.loads(REQUEST), folder)))
