"""Writes 100,000 pairs of answers with known truth: {"gold", "pred", "truth", "family"}, one JSON object per line.

Each family draws a value, prints it in one of several notations as the gold answer and in another as the response; in half of the pairs the
response's value is changed. The same seed gives the same bytes.
"""
import json
import random
import sys
from fractions import Fraction

rng = random.Random(5)
pick = rng.choice


def integer(n):
    text = str(abs(n))
    groups = f"{abs(n):,}"
    sign = "-" if n < 0 else ""
    return sign + pick([text, groups, groups.replace(",", "{,}"), groups.replace(",", ",\\!"), text + ".0", "\\text{" + text + "}" if n >= 0 else text])


def fraction(f):
    sign = "-" if f < 0 else ""
    top, bottom = abs(f.numerator), f.denominator
    k = pick([1, 1, 2, 3])
    forms = [f"\\frac{{{top}}}{{{bottom}}}", f"\\dfrac{{{top}}}{{{bottom}}}", f"\\tfrac{{{top}}}{{{bottom}}}", f"{top}/{bottom}", f"\\frac{{{top * k}}}{{{bottom * k}}}",
             f"\\left(\\frac{{{top}}}{{{bottom}}}\\right)"]
    if top < 10 and bottom < 10:
        forms.append(f"\\frac{top}{bottom}")
    return sign + pick(forms)


def decimal(f):
    places = 0
    while (f * 10**places).denominator != 1:
        places += 1
    digits = abs(f.numerator * 10**places // f.denominator)
    text = str(digits).rjust(places + 1, "0")
    text = (text[:-places] + "." + text[-places:]) if places else text
    sign = "-" if f < 0 else ""
    return pick([sign + text, sign + (text + "0" if places else text), sign + (text[1:] if text.startswith("0.") else text), fraction(f) if f.denominator > 1 else sign + text])


def root(value):
    a, b = value
    return pick([f"{a}\\sqrt{{{b}}}", f"{a} \\sqrt{{{b}}}", f"\\sqrt{{{a * a * b}}}", f"{a}\\cdot\\sqrt{{{b}}}", f"{a}\\sqrt{b}" if b < 10 else f"{a}\\sqrt{{{b}}}"])


def percent(n):
    return pick([f"{n}\\%", f"{n}%", f"{n}", f"{n}\\text{{ percent}}"])


def unit(value):
    n, (name, short) = value
    return pick([f"{n}", f"{n}\\text{{ {short}}}", f"{n}\\text{{ {name}}}", f"{n}\\ \\text{{{short}}}", f"{n}\\,\\mathrm{{{short}}}"])


def tuple_(value):
    items = [integer_plain(n) for n in value]
    return pick(["(" + ",".join(items) + ")", "(" + ", ".join(items) + ")", "\\left(" + ", ".join(items) + "\\right)", "( " + " , ".join(items) + " )"])


def integer_plain(n):
    return pick([str(n), str(n), f"{n}.0"])


def set_(value):
    items = [str(n) for n in value]
    rng.shuffle(items)
    return pick(["\\{" + ", ".join(items) + "\\}", "\\left\\{" + ",".join(items) + "\\right\\}", ", ".join(items), ",".join(items), " \\text{ and } ".join(items)])


def interval(value):
    low, high, left, right = value
    ends = "-\\infty" if low is None else low, "\\infty" if high is None else high
    return pick([f"{left}{ends[0]},{ends[1]}{right}", f"{left}{ends[0]}, {ends[1]}{right}", f"\\left{left}{ends[0]}, {ends[1]}\\right{right}", f"x \\in {left}{ends[0]},{ends[1]}{right}"])


def polynomial(value):
    a, b = value  # (x + a)(x + b)
    s, p = a + b, a * b
    term = lambda n: f"+{n}" if n > 0 else f"{n}"
    middle = "" if s == 0 else ("+x" if s == 1 else "-x" if s == -1 else f"{term(s)}x")
    last = "" if p == 0 else term(p)
    factors = [f"(x{term(a)})", f"(x{term(b)})"] if a and b else None
    forms = [f"x^2{middle}{last}", f"x^{{2}}{middle}{last}", f"x^2 {middle} {last}", f"f(x)=x^2{middle}{last}"]
    return pick(forms + ([factors[0] + factors[1], factors[1] + factors[0]] if factors else []))


def matrix(value):
    kind = pick(["pmatrix", "bmatrix"])
    rows = pick([" \\\\ ", "\\\\"]).join(pick([" & ", "&"]).join(str(n) for n in row) for row in value)
    return f"\\begin{{{kind}}}{rows}\\end{{{kind}}}"


def pi(n):
    return pick([f"{n}\\pi", f"{n} \\pi", f"{n}\\cdot\\pi", f"\\pi\\cdot {n}"])


def word(w):
    return pick([w, f"\\text{{{w}}}", f"\\textbf{{{w}}}", w.lower()])


def small():
    return rng.randint(2, 99)


def changed(n):
    return n + pick([-10, -1, 1, 10, 100])


def another(options, old):
    return pick([option for option in options if option != old])


UNITS = [("centimeters", "cm"), ("meters", "m"), ("hours", "h"), ("miles", "mi"), ("grams", "g")]
WORDS = ["Evelyn", "Monday", "Saturday", "parabola", "ellipse", "circle", "North", "Brazil", "Friday", "square"]
PLACES = [2, 4, 5, 8, 10, 20, 25, 40, 50, 100]


def proper(bottoms):
    while True:
        value = Fraction(rng.randint(-60, 60), pick(bottoms))
        if value.denominator > 1:
            return value


def perturbed_fraction(f):
    return pick([f + Fraction(1, f.denominator), -f, 1 / f]) if abs(f) != 1 else f + 1


def ends():
    low = rng.randint(-20, 20)
    high = low + rng.randint(1, 20)
    shape = rng.randrange(3)
    return (None if shape == 1 else low, None if shape == 2 else high, "(" if shape == 1 else pick("(["), ")" if shape == 2 else pick(")]"))


def other_ends(v):
    low, high, left, right = v
    if low is None:
        return pick([(None, high + 1, left, right), (None, high, left, "]" if right == ")" else ")")])
    return pick([(low - 1, high, left, right), (low, high, "[" if left == "(" else "(", right)])


def distinct(count):
    return tuple(rng.sample(range(-30, 31), count))


FAMILIES = {
    "integer": (lambda: rng.randint(-10**7, 10**7) if rng.random() < 0.5 else rng.randint(-99, 999), changed, integer),
    "fraction": (lambda: proper(range(2, 40)), perturbed_fraction, fraction),
    "decimal": (lambda: proper(PLACES), lambda f: f + pick([1, -1, Fraction(1, 100)]), decimal),
    "root": (lambda: (small(), pick([2, 3, 5, 6, 7, 10, 11, 13])), lambda v: pick([(v[0] + 1, v[1]), (v[0], another([2, 3, 5, 6, 7, 10, 11, 13], v[1]))]), root),
    "percent": (small, changed, percent),
    "unit": (lambda: (small(), pick(UNITS)), lambda v: (changed(v[0]), v[1]), unit),
    "tuple": (lambda: distinct(pick([2, 3])), lambda v: v[::-1], tuple_),
    "set": (lambda: tuple(sorted(distinct(pick([2, 3])))), lambda v: v[:-1] + (v[-1] + 61,), set_),
    "interval": (ends, other_ends, interval),
    "polynomial": (lambda: (rng.randint(-9, 9), rng.randint(-9, 9)), lambda v: (v[0], v[1] + pick([1, 2, -1])), polynomial),
    "matrix": (lambda: (distinct(2), distinct(2)), lambda v: (v[0][::-1], v[1]), matrix),
    "pi": (small, changed, pi),
    "word": (lambda: pick(WORDS), lambda w: another(WORDS, w), word),
}


def main(count):
    names = list(FAMILIES)
    for i in range(count):
        family = names[i % len(names)]
        draw, change, show = FAMILIES[family]
        value = draw()
        truth = rng.random() < 0.5
        gold = show(value)
        answer = show(value if truth else change(value))
        print(json.dumps({"gold": f"\\boxed{{{gold}}}", "pred": f"Final Answer: The final answer is $\\boxed{{{answer}}}$.", "truth": truth, "family": family}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
