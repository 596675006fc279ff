using static DataEnvGym.Domains.Code.Procedural.Slot;

namespace DataEnvGym.Domains.Code.Procedural.Skills;

/// <summary>Functions of a list of whole numbers or of words.</summary>
internal static class ListSkills
{
    public static CodeSkill[] All { get; } =
    [
        new(
            "map-list",
            "Change each number of a list: f(a): each of a times 7 plus 12.",
            new("times, then plus or minus",
                On("each of a times {0} plus {1}", "[x*{0}+{1} for x in a]", [Number, Number], (a, c) => a.Select(x => (x * c[0]) + c[1]).ToArray()),
                On("each of a times {0} minus {1}", "[x*{0}-{1} for x in a]", [Number, Number], (a, c) => a.Select(x => (x * c[0]) - c[1]).ToArray())),
            new("bounded",
                On("each of a plus {0}, at most {1}", "[min(x+{0},{1}) for x in a]", [Number, Number], (a, c) => a.Select(x => Math.Min(x + c[0], c[1])).ToArray(), c => c[0] < c[1]),
                On("each of a times {0}, at least {1}", "[max(x*{0},{1}) for x in a]", [Number, Number], (a, c) => a.Select(x => Math.Max(x * c[0], c[1])).ToArray())),
            new("some of them",
                On("those of a over {0}, each plus {1}", "[x+{1} for x in a if x>{0}]", [Number, Number], (a, c) => a.Where(x => x > c[0]).Select(x => x + c[1]).ToArray()),
                On("those of a under {0}, each times {1}", "[x*{1} for x in a if x<{0}]", [Number, Number], (a, c) => a.Where(x => x < c[0]).Select(x => x * c[1]).ToArray()))),
        new(
            "filter-list",
            "Pick numbers out of a list: f(a): those of a over 7 and under 50.",
            new("between two bounds",
                On("those of a over {0} and under {1}", "[x for x in a if {0}<x<{1}]", [Number, Number], (a, c) => a.Where(x => c[0] < x && x < c[1]).ToArray(), c => c[0] + 1 < c[1])),
            new("outside of two bounds",
                On("those of a under {0} or over {1}", "[x for x in a if x<{0} or x>{1}]", [Number, Number], (a, c) => a.Where(x => x < c[0] || x > c[1]).ToArray(), c => c[0] < c[1])),
            new("how many",
                On("how many of a are over {0} and under {1}", "sum({0}<x<{1} for x in a)", [Number, Number], (a, c) => a.Count(x => c[0] < x && x < c[1]), c => c[0] + 1 < c[1]),
                On("how many of a are under {0} or over {1}", "sum(x<{0} or x>{1} for x in a)", [Number, Number], (a, c) => a.Count(x => x < c[0] || x > c[1]), c => c[0] < c[1]))),
        new(
            "sort-list",
            "Put a list in order: f(a): a sorted then 7.",
            new("rising or falling",
                On("a sorted then {0}", "sorted(a)+[{0}]", [Number], (a, c) => a.Order().Append(c[0]).ToArray()),
                On("{0} then a sorted", "[{0}]+sorted(a)", [Number], (a, c) => a.Order().Prepend(c[0]).ToArray()),
                On("a sorted falling then {0}", "sorted(a)[::-1]+[{0}]", [Number], (a, c) => a.OrderDescending().Append(c[0]).ToArray()),
                On("{0} then a sorted falling", "[{0}]+sorted(a)[::-1]", [Number], (a, c) => a.OrderDescending().Prepend(c[0]).ToArray())),
            new("the first or last of them",
                On("smallest {0} of a sorted then {1}", "sorted(a)[:{0}]+[{1}]", [Digit, Number], (a, c) => a.Order().Take(c[0]).Append(c[1]).ToArray(), c => c[0] < 7),
                On("{1} then largest {0} of a sorted", "[{1}]+sorted(a)[-{0}:]", [Digit, Number], (a, c) => a.Order().TakeLast(c[0]).Prepend(c[1]).ToArray(), c => c[0] < 7)),
            new("by distance",
                On("a sorted by distance from {0}", "sorted(a,key=lambda x:abs(x-{0}))", [Number], (a, c) => a.OrderBy(x => Math.Abs(x - c[0])).ToArray()),
                On("{1} of a nearest to {0}, sorted by distance", "sorted(a,key=lambda x:abs(x-{0}))[:{1}]", [Number, Digit], (a, c) => a.OrderBy(x => Math.Abs(x - c[0])).Take(c[1]).ToArray(), c => c[1] < 7))),
        new(
            "sum-list",
            "Add a list up: f(a): sum of a times 7 plus 12.",
            new("sum, then times",
                On("sum of a times {0} plus {1}", "sum(a)*{0}+{1}", [Number, Number], (a, c) => (a.Sum() * c[0]) + c[1]),
                On("sum of a times {0} minus {1}", "sum(a)*{0}-{1}", [Number, Number], (a, c) => (a.Sum() * c[0]) - c[1])),
            new("largest and smallest",
                On("largest of a times {0} plus smallest times {1}", "max(a)*{0}+min(a)*{1}", [Number, Number], (a, c) => (a.Max() * c[0]) + (a.Min() * c[1])),
                On("largest of a times {0} minus length times {1}", "max(a)*{0}-len(a)*{1}", [Number, Number], (a, c) => (a.Max() * c[0]) - (a.Length * c[1]))),
            new("sum of some",
                On("sum of those of a over {0}, plus {1}", "sum(x for x in a if x>{0})+{1}", [Number, Number], (a, c) => a.Where(x => x > c[0]).Sum() + c[1]),
                On("sum of those of a under {0}, times {1}", "sum(x for x in a if x<{0})*{1}", [Number, Number], (a, c) => a.Where(x => x < c[0]).Sum() * c[1]))),
        new(
            "build-dict",
            "Make a dictionary: f(a): dict of each of a to itself times 7 plus 12.",
            new("from numbers",
                On("dict of each of a to itself times {0} plus {1}", "{x:x*{0}+{1} for x in a}", [Number, Number], (a, c) => a.Distinct().ToDictionary(x => $"{x}", x => (x * c[0]) + c[1]))),
            new("from some numbers",
                On("dict of those of a over {0} to themselves plus {1}", "{x:x+{1} for x in a if x>{0}}", [Number, Number], (a, c) => a.Distinct().Where(x => x > c[0]).ToDictionary(x => $"{x}", x => x + c[1])),
                On("dict of those of a under {0} to their count times {1}", "{x:a.count(x)*{1} for x in a if x<{0}}", [Number, Number], (a, c) => a.Distinct().Where(x => x < c[0]).ToDictionary(x => $"{x}", x => a.Count(y => y == x) * c[1]))),
            new("from words",
                Of("dict of words of w to length times {0} plus {1}", "{v:len(v)*{0}+{1} for v in w}", [Number, Number], (w, c) => w.Distinct().ToDictionary(v => v, v => (v.Length * c[0]) + c[1])),
                Of("dict of words of w over {0} long to length plus {1}", "{v:len(v)+{1} for v in w if len(v)>{0}}", [Digit, Number], (w, c) => w.Distinct().Where(v => v.Length > c[0]).ToDictionary(v => v, v => v.Length + c[1])))),
        new(
            "join-words",
            "Put words together: f(w): words of w joined by 'ab'.",
            new("all words",
                Of("words of w joined by '{0}'", "'{0}'.join(w)", [Word], (w, c) => string.Join(c.Text(0), w)),
                Of("words of w sorted, joined by '{0}'", "'{0}'.join(sorted(w))", [Word], (w, c) => string.Join(c.Text(0), w.Order(StringComparer.Ordinal)))),
            new("some words",
                Of("words of w over {0} long joined by '{1}'", "'{1}'.join(v for v in w if len(v)>{0})", [Digit, Word], (w, c) => string.Join(c.Text(1), w.Where(v => v.Length > c[0]))),
                Of("words of w under {0} long joined by '{1}'", "'{1}'.join(v for v in w if len(v)<{0})", [Digit, Word], (w, c) => string.Join(c.Text(1), w.Where(v => v.Length < c[0])))),
            new("each word changed",
                Of("each word of w between '{0}' and '{1}'", "['{0}'+v+'{1}' for v in w]", [Word, Word], (w, c) => w.Select(v => c.Text(0) + v + c.Text(1)).ToArray()),
                Of("each word of w {0} times then '{1}'", "[v*{0}+'{1}' for v in w]", [Digit, Word], (w, c) => w.Select(v => string.Concat(Enumerable.Repeat(v, c[0])) + c.Text(1)).ToArray()))),
    ];

    private static CodeForm<int[]> On(string words, string code, Slot[] slots, Func<int[], Constants, object> evaluate, Func<Constants, bool>? allows = null) =>
        new(words, code, slots, evaluate, allows);

    private static CodeForm<string[]> Of(string words, string code, Slot[] slots, Func<string[], Constants, object> evaluate, Func<Constants, bool>? allows = null) =>
        new(words, code, slots, evaluate, allows);
}
