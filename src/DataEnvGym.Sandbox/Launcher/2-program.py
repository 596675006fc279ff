# The program's side of a run: untrusted code shares the process from run_program on.
import atexit
import builtins
import gc
import os
import sys
import threading
import types

COMPILE_ERRORS = (SyntaxError, ValueError, OverflowError, RecursionError)


def note(key, letter):
    """Says how far the program came. Without the key, what a program writes into descriptor 3 means nothing."""
    try:
        os.write(3, key + letter)
    except OSError:
        pass


def run_program(entry, arguments, key):
    """Runs the entry file as `python3 entry arguments` would, and never returns."""
    try:
        with open(entry, "rb") as file:
            code = compile(file.read(), entry, "exec", dont_inherit=True)
    except (*COMPILE_ERRORS, MemoryError) as error:
        note(key, b"M" if isinstance(error, MemoryError) else b"C")
        error.__traceback__ = None
        complain(error)
        leave(1)
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=entry, __builtins__=builtins, __cached__=None)
    sys.modules["__main__"] = main
    sys.argv = [entry, *arguments]
    sys.path.insert(0, os.path.dirname(os.path.abspath(entry)))
    gc.enable()
    try:
        exec(code, main.__dict__)
    except SystemExit as wish:
        leave(exit_code(wish.code))
    except BaseException as error:
        if isinstance(error, MemoryError):
            note(key, b"M")
        error.__traceback__ = error.__traceback__.tb_next
        complain(error)
        leave(1)
    note(key, b"E")
    leave(0)


def complain(error):
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException:
        pass  # the program's own hook


def exit_code(wish):
    if wish is None or isinstance(wish, int):
        return (wish or 0) & 0xFF
    try:
        print(wish, file=sys.stderr)
    except BaseException:
        pass  # the program's own stream
    return 1


def leave(code):
    """What the interpreter does for a program at its end, without the taking apart of itself that would take longer than most programs."""
    try:
        threading._shutdown()
        atexit._run_exitfuncs()
    except BaseException as error:
        complain(error)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass  # replaced or closed by the program
        except BaseException:
            code = code or 120  # as Python does when it cannot write what was printed
    os._exit(code)
