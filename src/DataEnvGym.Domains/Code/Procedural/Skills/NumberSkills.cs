using static DataEnvGym.Domains.Code.Procedural.Slot;

namespace DataEnvGym.Domains.Code.Procedural.Skills;

/// <summary>Functions of a whole number.</summary>
internal static class NumberSkills
{
    public static CodeSkill[] All { get; } =
    [
        new(
            "scale-and-shift",
            "Multiply a number and add to it: f(n): n times 7 plus 12.",
            new("times, then plus or minus",
                On("n times {0} plus {1}", "n*{0}+{1}", [Number, Number], (n, c) => (n * c[0]) + c[1]),
                On("n times {0} minus {1}", "n*{0}-{1}", [Number, Number], (n, c) => (n * c[0]) - c[1])),
            new("plus or minus, then times",
                On("n plus {0}, all times {1}", "(n+{0})*{1}", [Number, Number], (n, c) => (n + c[0]) * c[1]),
                On("n minus {0}, all times {1}", "(n-{0})*{1}", [Number, Number], (n, c) => (n - c[0]) * c[1])),
            new("squares",
                On("n squared times {0} plus {1}", "n*n*{0}+{1}", [Number, Number], (n, c) => (n * n * c[0]) + c[1]),
                On("{0} minus n squared times {1}", "{0}-n*n*{1}", [Number, Number], (n, c) => c[0] - (n * n * c[1])))),
        new(
            "whole-division",
            "Divide a number with a rest: f(n): n over 7 rounded down.",
            new("quotient plus or minus",
                On("n over {0} rounded down plus {1}", "n//{0}+{1}", [Number, Number], (n, c) => (n / c[0]) + c[1]),
                On("{1} minus n over {0} rounded down", "{1}-n//{0}", [Number, Number], (n, c) => c[1] - (n / c[0]))),
            new("rest of a sum or product",
                On("rest of n plus {0} over {1}", "(n+{0})%{1}", [Number, Number], (n, c) => (n + c[0]) % c[1]),
                On("rest of n times {0} over {1}", "n*{0}%{1}", [Number, Number], (n, c) => n * c[0] % c[1], c => c[0] % c[1] != 0)),
            new("quotient and rest",
                On("n over {0} rounded down plus rest over {1}", "n//{0}+n%{1}", [Number, Number], (n, c) => (n / c[0]) + (n % c[1])),
                On("rest of n over {0} times {1}", "n%{0}*{1}", [Number, Number], (n, c) => n % c[0] * c[1]))),
        new(
            "either-or",
            "One value or another: f(n): 12 if n is over 40 else 7.",
            new("two constants",
                On("{0} if n is over {1} else {2}", "{0} if n>{1} else {2}", [Number, Number, Number], (n, c) => n > c[1] ? c[0] : c[2], c => c[0] != c[2]),
                On("{0} if n is under {1} else {2}", "{0} if n<{1} else {2}", [Number, Number, Number], (n, c) => n < c[1] ? c[0] : c[2], c => c[0] != c[2])),
            new("a change or none",
                On("n plus {0} if n is over {1} else n", "n+{0} if n>{1} else n", [Number, Number], (n, c) => n > c[1] ? n + c[0] : n),
                On("n times {0} if n is under {1} else n", "n*{0} if n<{1} else n", [Number, Number], (n, c) => n < c[1] ? n * c[0] : n)),
            new("even or odd",
                On("n plus {0} if n is even else n minus {1}", "n+{0} if n%2==0 else n-{1}", [Number, Number], (n, c) => n % 2 == 0 ? n + c[0] : n - c[1]),
                On("n times {0} if n is odd else n plus {1}", "n*{0} if n%2==1 else n+{1}", [Number, Number], (n, c) => n % 2 == 1 ? n * c[0] : n + c[1]))),
        new(
            "clamp",
            "Hold a number to bounds: f(n): n but at least 5 and at most 80.",
            new("one bound, then plus",
                On("larger of n and {0}, plus {1}", "max(n,{0})+{1}", [Number, Number], (n, c) => Math.Max(n, c[0]) + c[1]),
                On("smaller of n and {0}, plus {1}", "min(n,{0})+{1}", [Number, Number], (n, c) => Math.Min(n, c[0]) + c[1])),
            new("two bounds",
                On("n but at least {0} and at most {1}", "min(max(n,{0}),{1})", [Number, Number], (n, c) => Math.Min(Math.Max(n, c[0]), c[1]), c => c[0] < c[1])),
            new("a bound on a sum or product",
                On("n plus {0} but at most {1}", "min(n+{0},{1})", [Number, Number], (n, c) => Math.Min(n + c[0], c[1]), c => c[0] < c[1]),
                On("n times {0} but at least {1}", "max(n*{0},{1})", [Number, Number], (n, c) => Math.Max(n * c[0], c[1])))),
        new(
            "digit-functions",
            "Work with the digits of a number: f(n): digit sum of n plus 7.",
            new("all digits",
                On("digit sum of n plus {0}", "sum(map(int,str(n)))+{0}", [Number], (n, c) => Digits(n).Sum() + c[0]),
                On("digit sum of n times {0}", "sum(map(int,str(n)))*{0}", [Number], (n, c) => Digits(n).Sum() * c[0]),
                On("number of digits of n plus {0}", "len(str(n))+{0}", [Number], (n, c) => Digits(n).Count + c[0]),
                On("number of digits of n times {0}", "len(str(n))*{0}", [Number], (n, c) => Digits(n).Count * c[0])),
            new("last digit",
                On("last digit of n times {0} plus {1}", "n%10*{0}+{1}", [Number, Number], (n, c) => (n % 10 * c[0]) + c[1]),
                On("n without last digit times {0} plus {1}", "n//10*{0}+{1}", [Number, Number], (n, c) => (n / 10 * c[0]) + c[1])),
            new("largest or smallest digit",
                On("largest digit of n times {0} plus {1}", "int(max(str(n)))*{0}+{1}", [Number, Number], (n, c) => (Digits(n).Max() * c[0]) + c[1]),
                On("smallest digit of n times {0} plus {1}", "int(min(str(n)))*{0}+{1}", [Number, Number], (n, c) => (Digits(n).Min() * c[0]) + c[1]))),
        new(
            "number-ranges",
            "Count in steps: f(n): count from 3 to n by 7.",
            new("up or down",
                On("count from {0} to n by {1}", "list(range({0},n+1,{1}))", [Number, Number], (n, c) => Range(c[0], n, c[1])),
                On("count from n down to {0} by {1}", "list(range(n,{0}-1,-{1}))", [Number, Number], (n, c) => Range(-n, -c[0], c[1]).Select(i => -i).ToArray())),
            new("sums",
                On("sum counting from {0} to n by {1}", "sum(range({0},n+1,{1}))", [Number, Number], (n, c) => Range(c[0], n, c[1]).Sum())),
            new("each number changed",
                On("squares of counting from {0} to n by {1}", "[i*i for i in range({0},n+1,{1})]", [Number, Number], (n, c) => Range(c[0], n, c[1]).Select(i => i * i).ToArray()),
                On("counting from 0 to n by {0}, each plus {1}", "[i+{1} for i in range(0,n+1,{0})]", [Number, Number], (n, c) => Range(0, n, c[0]).Select(i => i + c[1]).ToArray()))),
    ];

    private static CodeForm<int> On(string words, string code, Slot[] slots, Func<int, Constants, object> evaluate, Func<Constants, bool>? allows = null) =>
        new(words, code, slots, evaluate, allows);

    private static List<int> Digits(int number) => [.. $"{number}".Select(digit => digit - '0')];

    private static int[] Range(int from, int to, int step) => [.. Enumerable.Range(0, Math.Max(0, ((to - from) / step) + 1)).Select(i => from + (i * step)).Where(i => i <= to)];
}
