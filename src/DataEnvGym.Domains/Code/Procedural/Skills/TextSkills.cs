using static DataEnvGym.Domains.Code.Procedural.Slot;

namespace DataEnvGym.Domains.Code.Procedural.Skills;

/// <summary>Functions of a text.</summary>
internal static class TextSkills
{
    public static CodeSkill[] All { get; } =
    [
        new(
            "join-text",
            "Put texts together: f(s): s between 'ab' and 'xyz'.",
            new("one text added",
                On("s then '{0}'", "s+'{0}'", [Word], (s, c) => s + c.Text(0)),
                On("'{0}' then s", "'{0}'+s", [Word], (s, c) => c.Text(0) + s)),
            new("two texts added",
                On("s between '{0}' and '{1}'", "'{0}'+s+'{1}'", [Word, Word], (s, c) => c.Text(0) + s + c.Text(1))),
            new("repeated",
                On("s {0} times then '{1}'", "s*{0}+'{1}'", [Digit, Word], (s, c) => Repeat(s, c[0]) + c.Text(1)),
                On("'{1}' {0} times then s", "'{1}'*{0}+s", [Digit, Word], (s, c) => Repeat(c.Text(1), c[0]) + s))),
        new(
            "slice-text",
            "Cut pieces out of a text: f(s): letters 3 to 8 of s.",
            new("one piece",
                On("letters {0} to {1} of s", "s[{0}:{1}]", [Place, Place], (s, c) => Slice(s, c[0], c[1]), c => c[0] < c[1]),
                On("s without first {0} and last {1}", "s[{0}:-{1}]", [Place, Place], (s, c) => Slice(s, c[0], s.Length - c[1])),
                On("s without first {0} then '{1}'", "s[{0}:]+'{1}'", [Place, Word], (s, c) => Slice(s, c[0], s.Length) + c.Text(1)),
                On("s without last {0} then '{1}'", "s[:-{0}]+'{1}'", [Place, Word], (s, c) => Slice(s, 0, s.Length - c[0]) + c.Text(1))),
            new("two pieces",
                On("first {0} of s then last {1}", "s[:{0}]+s[-{1}:]", [Place, Place], (s, c) => Slice(s, 0, c[0]) + Slice(s, s.Length - c[1], s.Length)),
                On("last {0} of s then first {1}", "s[-{0}:]+s[:{1}]", [Place, Place], (s, c) => Slice(s, s.Length - c[0], s.Length) + Slice(s, 0, c[1]))),
            new("in steps",
                On("every {2} letters of s from {0} to {1}", "s[{0}:{1}:{2}]", [Place, Place, Digit], (s, c) => Step(Slice(s, c[0], c[1]), c[2]), c => c[0] + c[2] < c[1]),
                On("every {0} letters of s then '{1}'", "s[::{0}]+'{1}'", [Digit, Word], (s, c) => Step(s, c[0]) + c.Text(1)),
                On("every {1} letters of s from {0} on", "s[{0}::{1}]", [Place, Digit], (s, c) => Step(Slice(s, c[0], s.Length), c[1])))),
        new(
            "reverse-text",
            "Turn a text round: f(s): s backwards then 'ab'.",
            new("the whole text",
                On("s backwards then '{0}'", "s[::-1]+'{0}'", [Word], (s, c) => Reverse(s) + c.Text(0)),
                On("'{0}' then s backwards", "'{0}'+s[::-1]", [Word], (s, c) => c.Text(0) + Reverse(s))),
            new("its start",
                On("first {0} of s backwards then '{1}'", "s[:{0}][::-1]+'{1}'", [Place, Word], (s, c) => Reverse(Slice(s, 0, c[0])) + c.Text(1), c => c[0] > 1)),
            new("its end",
                On("'{1}' then last {0} of s backwards", "'{1}'+s[-{0}:][::-1]", [Place, Word], (s, c) => c.Text(1) + Reverse(Slice(s, s.Length - c[0], s.Length)), c => c[0] > 1),
                On("'{1}' then s backwards without last {0}", "'{1}'+s[::-1][:-{0}]", [Place, Word], (s, c) => c.Text(1) + Slice(Reverse(s), 0, s.Length - c[0])))),
        new(
            "replace-text",
            "Replace letters in a text: f(s): s with 'a' made 'xy'.",
            new("a letter, or none",
                On("s with '{0}' made '{1}'", "s.replace('{0}','{1}')", [Letter, Letter], (s, c) => s.Replace(c.Text(0), c.Text(1)), c => c.Text(0) != c.Text(1)),
                On("s without '{0}', in capitals", "s.replace('{0}','').upper()", [Word], (s, c) => s.Replace(c.Text(0), "").ToUpperInvariant())),
            new("a word, or none and a word",
                On("s with each '{0}' made '{1}'", "s.replace('{0}','{1}')", [Letter, Word], (s, c) => s.Replace(c.Text(0), c.Text(1))),
                On("s without '{0}', then '{1}'", "s.replace('{0}','')+'{1}'", [Letter, Word], (s, c) => s.Replace(c.Text(0), "") + c.Text(1))),
            new("two letters",
                On("s without '{0}' and '{1}'", "s.replace('{0}','').replace('{1}','')", [Letter, Letter], (s, c) => s.Replace(c.Text(0), "").Replace(c.Text(1), ""), Rising),
                On("s with '{0}' and '{1}' made '-'", "s.replace('{0}','-').replace('{1}','-')", [Letter, Letter], (s, c) => s.Replace(c.Text(0), "-").Replace(c.Text(1), "-"), Rising))),
        new(
            "count-text",
            "Count letters in a text: f(s): how many 'a' in s plus 7.",
            new("one letter",
                On("how many '{0}' in s plus {1}", "s.count('{0}')+{1}", [Letter, Number], (s, c) => Count(s, c.Text(0)) + c[1]),
                On("length of s times {0} plus {1}", "len(s)*{0}+{1}", [Number, Number], (s, c) => (s.Length * c[0]) + c[1])),
            new("two letters",
                On("how many '{0}' in s minus how many '{1}'", "s.count('{0}')-s.count('{1}')", [Letter, Letter], (s, c) => Count(s, c.Text(0)) - Count(s, c.Text(1)), c => c.Text(0) != c.Text(1)),
                On("how many '{0}' in s times how many '{1}'", "s.count('{0}')*s.count('{1}')", [Letter, Letter], (s, c) => Count(s, c.Text(0)) * Count(s, c.Text(1)), Rising)),
            new("a bound",
                On("whether s has over {1} of '{0}'", "s.count('{0}')>{1}", [Letter, Digit], (s, c) => Count(s, c.Text(0)) > c[1], c => c[1] < 7),
                On("how many '{0}' in s, at most {1}", "min(s.count('{0}'),{1})", [Letter, Digit], (s, c) => Math.Min(Count(s, c.Text(0)), c[1]), c => c[1] < 7))),
        new(
            "test-text",
            "Say whether a text is of a kind: f(s): whether s starts with 'ab'.",
            new("one end",
                On("whether s starts with '{0}'", "s.startswith('{0}')", [Word], (s, c) => s.StartsWith(c.Text(0), StringComparison.Ordinal)),
                On("whether s ends with '{0}'", "s.endswith('{0}')", [Word], (s, c) => s.EndsWith(c.Text(0), StringComparison.Ordinal))),
            new("either end",
                On("whether s starts with '{0}' or ends with '{1}'", "s.startswith('{0}') or s.endswith('{1}')", [Letter, Letter], (s, c) => s.StartsWith(c.Text(0), StringComparison.Ordinal) || s.EndsWith(c.Text(1), StringComparison.Ordinal)),
                On("whether s is over {1} long or has '{0}'", "len(s)>{1} or '{0}' in s", [Letter, Place], (s, c) => s.Length > c[1] || s.Contains(c.Text(0), StringComparison.Ordinal))),
            new("one but not the other",
                On("whether s has '{0}' but not '{1}'", "'{0}' in s and '{1}' not in s", [Letter, Letter], (s, c) => s.Contains(c.Text(0), StringComparison.Ordinal) && !s.Contains(c.Text(1), StringComparison.Ordinal), c => c.Text(0) != c.Text(1)),
                On("whether s has '{0}' but is under {1} long", "'{0}' in s and len(s)<{1}", [Letter, Number], (s, c) => s.Contains(c.Text(0), StringComparison.Ordinal) && s.Length < c[1], c => c[1] < 25))),
    ];

    private static CodeForm<string> On(string words, string code, Slot[] slots, Func<string, Constants, object> evaluate, Func<Constants, bool>? allows = null) =>
        new(words, code, slots, evaluate, allows);

    // Of two that may change places, one order counts.
    private static bool Rising(Constants constants) => string.CompareOrdinal(constants.Text(0), constants.Text(1)) < 0;

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Reverse(string text) => string.Concat(text.Reverse());

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Step(string text, int step) => string.Concat(text.Where((_, i) => i % step == 0));

    // As Python cuts: what lies outside is nothing.
    private static string Slice(string text, int from, int to)
    {
        from = Math.Clamp(from, 0, text.Length);
        return text[from..Math.Clamp(to, from, text.Length)];
    }
}
