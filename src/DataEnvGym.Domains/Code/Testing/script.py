# Runs program.py and then tests.py in its name space. Each is a text of its own, so that no open bracket or quotation mark of the one reaches into the other.
def main(run):
    parts = []
    for name in ("program.py", "tests.py"):
        with open(name, encoding="utf-8") as file:
            parts.append(compile(file.read(), name, "exec", dont_inherit=True))
    scope = {"__name__": "program"}
    for part in parts:
        run(part, scope)


main(exec)
