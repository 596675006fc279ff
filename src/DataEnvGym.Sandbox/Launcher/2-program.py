# The program's side of a run: untrusted code shares the process from run_program on.
import builtins
import gc
import signal
import sys
import types

COMPILE_ERRORS = (SyntaxError, ValueError, OverflowError, RecursionError)


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


def note(key, letter):
    """Says how far the program came. Without the key, what a program writes into descriptor 3 means nothing."""
    try:
        os.write(3, key + letter)
    except OSError:
        pass


def run_program(entry, arguments, key):
    """Runs the entry file as `python3 entry arguments` would, then lets the interpreter end in its own way."""
    try:
        with open(entry, "rb") as file:
            code = compile(file.read(), entry, "exec", dont_inherit=True)
    except COMPILE_ERRORS as error:
        note(key, b"C")
        sys.excepthook(type(error), error, None)
        sys.exit(1)
    except MemoryError as error:
        note(key, b"M")
        sys.excepthook(type(error), error, None)
        sys.exit(1)
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=entry, __builtins__=builtins, __cached__=None)
    sys.modules["__main__"] = main
    sys.argv = [entry, *arguments]
    sys.path.insert(0, os.path.dirname(os.path.join(WORK, entry)))
    gc.enable()
    try:
        exec(code, main.__dict__)
    except SystemExit:
        raise
    except BaseException as error:
        if isinstance(error, MemoryError):
            note(key, b"M")
        error.__traceback__ = error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
        sys.exit(1)
    note(key, b"E")
    sys.exit(0)
