using System.Globalization;
using DataEnvGym.Domains.Mathematics.Grading;
using DataEnvGym.Domains.Mathematics.Grading.Comparison;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading.Comparison;

/// <summary>
/// The solutions of inequalities, by their edges and members: where two of them are compared, a fault that moves the edges of both goes unnoticed.
/// Solutions are written as intervals; a point is an interval of one.
/// </summary>
public sealed class RealSetTests
{
    [Theory]
    [InlineData("x<2", "(-inf,2)")]
    [InlineData(@"x\le 2", "(-inf,2]")]
    [InlineData("x>2", "(2,inf)")]
    [InlineData(@"x\ge 2", "[2,inf)")]
    [InlineData("x=2", "[2,2]")]
    [InlineData(@"x\ne 2", "(-inf,2) (2,inf)")]
    [InlineData("2<x", "(2,inf)")]
    [InlineData("2x+3<7", "(-inf,2)")]
    [InlineData("7>2x+3", "(-inf,2)")]
    [InlineData("5-x<1", "(4,inf)")]
    [InlineData("3x+1>x-4", "(-2.5,inf)")]
    [InlineData("x/3<1000000", "(-inf,3000000)")]
    [InlineData("1<2x+3<7", "(-1,2)")]
    [InlineData(@"1\le x<3", "[1,3)")]
    [InlineData("1<x<2<3", "none")]
    [InlineData("x^2<4", "(-2,2)")]
    [InlineData(@"x^2\le 4", "[-2,2]")]
    [InlineData("x^2>4", "(-inf,-2) (2,inf)")]
    [InlineData("x^2-x>6", "(-inf,-2) (3,inf)")]
    [InlineData("x^2<2", "(-1.4142135623730951,1.4142135623730951)")]
    [InlineData("x^2<0.01", "(-0.1,0.1)")]
    [InlineData("x^2<1000000", "(-1000,1000)")]
    [InlineData("x^2<10000000000", "(-100000,100000)")]
    [InlineData("x^3<27", "(-inf,3)")]
    [InlineData("x^3-x>0", "(-1,0) (1,inf)")]
    [InlineData(@"x^2\le 0", "[0,0]")]
    [InlineData("|x-1|<3", "(-2,4)")]
    [InlineData("|x|>3.3", "(-inf,-3.3) (3.3,inf)")]
    [InlineData("|x-50|<4", "(46,54)")]
    [InlineData("|x+1000|<4", "(-1004,-996)")]
    [InlineData("|x-300000|<4", "(299996,300004)")]
    [InlineData("|x+1000000|<4", "(-1000004,-999996)")]
    [InlineData(@"|x-50.3|\le 0", "[50.3,50.3]")]
    [InlineData(@"(x-0.3)^2\le 0", "[0.3,0.3]")]
    [InlineData("(x-0.3)^2>0", "(-inf,0.3) (0.3,inf)")]
    [InlineData(@"x^2-100x+2499\le 0", "[49,51]")]
    [InlineData("x^2-0.6x+0.08<0", "(0.2,0.4)")]
    [InlineData("0.6x-x^2>0.08", "(0.2,0.4)")]
    [InlineData("x^2+1>0", "none")]
    [InlineData("|x-1|<|x+2|", "(-0.5,inf)")]
    [InlineData(@"\frac{1}{x}>0", "(0,inf)")]
    [InlineData(@"\frac{x-1}{x-3}\le 0", "[1,3)")]
    [InlineData(@"\sqrt{x}<3", "[0,9)")]
    [InlineData(@"\sqrt{x-0.3}<2", "[0.3,4.3)")]
    [InlineData(@"\sqrt{0.3-x}<2", "(-3.7,0.3]")]
    [InlineData(@"\sqrt{x-0.3}\ge 2", "[4.3,inf)")]
    [InlineData(@"\sqrt{x-0.3}<0.1", "[0.3,0.31)")]
    [InlineData(@"\sqrt{0.3-x}<0.1", "(0.29,0.3]")]
    [InlineData(@"\ln{x}<1", "(0,2.718281828459045)")]
    [InlineData("x<x+1", "none")]
    [InlineData("x=x", "none")]
    [InlineData("x+y<3", "none")]
    [InlineData(@"x\in(1,2)", "(1,2)")]
    [InlineData("f(x)<3", "(-inf,3)")]
    [InlineData("0<f(x)<1", "(0,1)")]
    [InlineData("f(x)<y", "none")]
    [InlineData("f(x)<g(x)", "none")]
    [InlineData("f(x)+1<3", "none")]
    [InlineData("y<f(x)<1", "none")]
    [InlineData(@"-\infty<x<3", "(-inf,3)")]
    [InlineData(@"3<x<\infty", "(3,inf)")]
    [InlineData(@"3\le x^2<\infty", "none")]
    [InlineData(@"1\le|z|\le 2", "[-2,-1] [1,2]", "[1,2]")]
    [InlineData("1<x<2<x<4<x", "none")]
    [InlineData("x<(1,2)", "none")]
    [InlineData("(1,2)<x<3", "none")]
    public void Read_Inequality_HasTheseSolutions(string inequality, string solutions, params string[] others) => ShouldBe(inequality, [solutions, .. others]);

    [Theory]
    [InlineData("(1,2)", "(1,2)")]
    [InlineData("[1,2)", "[1,2)")]
    [InlineData("(1,2]", "(1,2]")]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("(2,1)", "none")]
    [InlineData("(2,2)", "none")]
    [InlineData(@"(-\infty,3]", "(-inf,3]")]
    [InlineData(@"[3,\infty)", "[3,inf)")]
    [InlineData(@"(-\infty,\infty)", "(-inf,inf)")]
    [InlineData(@"\mathbb{R}", "(-inf,inf)")]
    [InlineData("all real numbers", "(-inf,inf)")]
    [InlineData("all reals", "(-inf,inf)")]
    [InlineData(@"\text{all real}", "(-inf,inf)")]
    [InlineData("all integers", "none")]
    [InlineData(@"\{1,2\}", "[1,1] [2,2]")]
    [InlineData("1,2", "[1,1] [2,2]")]
    [InlineData("1,y", "none")]
    [InlineData("(1,2),(3,4)", "none")]
    [InlineData(@"(1,2),(3,\infty)", "(1,2) (3,inf)")]
    [InlineData("[1,2],[3,4]", "[1,2] [3,4]")]
    [InlineData(@"(1,2)\cup[3,4]", "(1,2) [3,4]")]
    [InlineData(@"(1,3)\cap[2,4]", "[2,3)")]
    [InlineData(@"[1,4]\setminus\{2\}", "[1,2) (2,4]")]
    [InlineData(@"\mathbb{R}\setminus\{2\}", "(-inf,2) (2,inf)")]
    [InlineData(@"\mathbb{R}-\{2\}", "(-inf,2) (2,inf)")]
    [InlineData("x<1 or x>3", "(-inf,1) (3,inf)")]
    [InlineData("x>1, x<3", "(1,3)")]
    [InlineData("x<1, x>3", "(-inf,1) (3,inf)")]
    [InlineData("x<1, [3,4]", "(-inf,1) [3,4]")]
    [InlineData("[0,2], x>1", "[0,inf)")]
    [InlineData("x<1, y>3", "none")]
    public void Read_Set_HasTheseMembers(string text, string members) => ShouldBe(text, [members]);

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 1 + 5e-10, true)]
    [InlineData(1, 1 + 2e-9, false)]
    [InlineData(1e-12, 2e-12, true)]
    [InlineData(1e6, 1e6 + 5e-4, true)]
    [InlineData(1e6, 1e6 + 2e-3, false)]
    [InlineData(-1e6, -1e6 - 5e-4, true)]
    [InlineData(1, 1e6, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(double.PositiveInfinity, 1, false)]
    public void Near_Numbers_AreSoToABillionth(double a, double b, bool near)
    {
        RealSet.Near(a, b).ShouldBe(near);
        RealSet.Near(b, a).ShouldBe(near);
    }

    [Theory]
    [InlineData("(-inf,inf)", "(-inf,inf)", true)]
    [InlineData("", "(-inf,inf)", false)]
    [InlineData("(1,2)", "[1,2)", false)]
    [InlineData("(1,2)", "(1,2]", false)]
    [InlineData("(1,2)", "(1,3)", false)]
    [InlineData("(1,2) (2,3)", "(1,3)", false)]
    [InlineData("(1,2) [2,3)", "(1,3)", true)]
    [InlineData("(-inf,2)", "(1,2)", false)]
    [InlineData("(-inf,-2)", "(-5,-2)", false)]
    [InlineData("(2,inf)", "(2,5)", false)]
    [InlineData("(-5,inf)", "(-5,-2)", false)]
    [InlineData("(-inf,5)", "(2,5)", false)]
    [InlineData("[1,1] [2,2]", "[1,2]", false)]
    public void Same_TwoSets_AreSoIfAllMembersAre(string a, string b, bool same)
    {
        RealSet.Same(Interval.Set(a), Interval.Set(b)).ShouldBe(same);
        RealSet.Same(Interval.Set(b), Interval.Set(a)).ShouldBe(same);
    }

    private static void ShouldBe(string text, string[] expected)
    {
        var budget = new WorkBudget(WorkBudget.Default);
        var sets = new RealSetReader(new ScalarComparer(budget), budget).Read(Parser.Parse(text, CommaStyle.List, budget));
        var wanted = expected.Where(solutions => solutions != "none").Select(Interval.Of).ToList();

        sets.Count.ShouldBe(wanted.Count);
        foreach (var (intervals, set) in wanted.Zip(sets))
        {
            ShouldBe(intervals, set);
        }
    }

    private static void ShouldBe(IReadOnlyList<Interval> intervals, RealSet set)
    {
        double[] ends = [.. intervals.SelectMany(interval => (double[])[interval.Low, interval.High]).Where(double.IsFinite).Distinct().Order()];
        ends.ShouldAllBe(end => set.Edges.Any(edge => RealSet.Near(edge, end)));

        var samples = ends.Concat(ends.SelectMany(end => (double[])[end - Step(end), end + Step(end)])).Concat(ends.Zip(ends.Skip(1), (low, high) => (low + high) / 2)).Concat([-1e7, -73.1, 0.05, 68.3, 1e7]);
        samples.ShouldAllBe(x => intervals.Any(interval => interval.Contains(x)) == set.Contains(x));
    }

    // Wide enough for a square of it not to pass for zero.
    private static double Step(double end) => Math.Max(1e-3, 1e-7 * Math.Abs(end));

    private sealed record Interval(double Low, double High, bool HasLow, bool HasHigh)
    {
        public static IReadOnlyList<Interval> Of(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One)];

        public static RealSet Set(string text)
        {
            var intervals = Of(text);
            return new([.. intervals.SelectMany(interval => (double[])[interval.Low, interval.High])], x => intervals.Any(interval => interval.Contains(x)));
        }

        public bool Contains(double x) => (x > Low && x < High) || (HasLow && x == Low) || (HasHigh && x == High);

        private static Interval One(string text)
        {
            var ends = text[1..^1].Split(',').Select(End).ToArray();
            return new(ends[0], ends[1], text[0] == '[', text[^1] == ']');
        }

        private static double End(string text) => text switch
        {
            "-inf" => double.NegativeInfinity,
            "inf" => double.PositiveInfinity,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        };
    }
}
