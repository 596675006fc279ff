"""The classic string grader of MATH (the rules of Hendrycks et al. 2021, written anew): normalise two boxed answers, compare the strings.

Reads lines {"gold", "pred"} and writes {"equal"} for each, on one processor.
"""
import json
import sys


def last_box(text):
    start = max(text.rfind("\\boxed"), text.rfind("\\fbox"))
    if start < 0:
        return None
    depth = 0
    for i in range(start, len(text)):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return text[text.index("{", start) + 1:i]
    return None


def fix_fractions(text):
    first, *parts = text.split("\\frac")
    out = first
    for part in parts:
        out += "\\frac"
        if part.startswith("{") or len(part) < 2:
            out += part
        elif part[1] == "{":
            out += "{" + part[0] + "}" + part[1:]
        else:
            out += "{" + part[0] + "}{" + part[1] + "}" + part[2:]
    return out


def fix_slash(text):
    parts = text.split("/")
    if len(parts) != 2:
        return text
    try:
        top, bottom = int(parts[0]), int(parts[1])
    except ValueError:
        return text
    return f"\\frac{{{top}}}{{{bottom}}}" if text == f"{top}/{bottom}" else text


def fix_roots(text):
    first, *parts = text.split("\\sqrt")
    return first + "".join("\\sqrt" + (part if not part or part[0] == "{" else "{" + part[0] + "}" + part[1:]) for part in parts)


def normalise(text):
    text = text.replace("\n", "").replace("\\!", "").replace("\\\\", "\\")
    text = text.replace("tfrac", "frac").replace("dfrac", "frac").replace("\\left", "").replace("\\right", "")
    text = text.replace("^{\\circ}", "").replace("^\\circ", "").replace("\\$", "")
    if "\\text{ " in text:
        text = text.split("\\text{ ")[0]
    text = text.replace("\\%", "").replace("%", "").replace(" .", " 0.").replace("{.", "{0.")
    if text.startswith("."):
        text = "0" + text
    parts = text.split("=")
    if len(parts) == 2 and len(parts[0]) <= 2:
        text = parts[1]
    text = fix_roots(text).replace(" ", "")
    text = fix_fractions(text)
    if text == "0.5":
        text = "\\frac{1}{2}"
    return fix_slash(text)


def equal(gold, pred):
    gold, pred = last_box(gold), last_box(pred)
    return gold is not None and pred is not None and normalise(gold) == normalise(pred)


def main():
    for line in sys.stdin:
        pair = json.loads(line)
        sys.stdout.write('{"equal": true}\n' if equal(pair["gold"], pair["pred"]) else '{"equal": false}\n')


if __name__ == "__main__":
    main()
