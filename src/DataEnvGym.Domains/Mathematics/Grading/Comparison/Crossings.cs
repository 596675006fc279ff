namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Where two functions of a real number are equal or change between defined and not, as far as values on a grid show it.</summary>
internal sealed class Crossings
{
    private const int Halvings = 60;

    private const double Dip = 1.1;

    // Close around zero, where answers are, then ever wider.
    private static readonly double[] Grid = [.. Enumerable.Range(1, 48).SelectMany(i => (double[])[Wide(i), -Wide(i)]), .. Enumerable.Range(-80, 161).Select(i => i / 4.0)];

    // On both sides, so that |x - 1| is no line.
    private static readonly double[] LineChecks = [0.5, 41, 1_003, 10_000_019, -3.7, -997, -10_000_019];

    private readonly Func<double, double> a;
    private readonly Func<double, double> b;
    private readonly List<double> found = [];

    static Crossings() => Array.Sort(Grid);

    private Crossings(Func<double, double> a, Func<double, double> b) => (this.a, this.b) = (a, b);

    /// <summary>The points where <paramref name="a"/> and <paramref name="b"/> cross; none where they are equal nearly everywhere. Both are NaN where they have no value.</summary>
    public static IReadOnlyList<double> Of(Func<double, double> a, Func<double, double> b)
    {
        var crossings = new Crossings(a, b);
        if (crossings.Root() is { } root)
        {
            return [root];
        }

        crossings.Search();
        return crossings.found.Count > Grid.Length / 4 ? [] : crossings.found;
    }

    private static double Wide(int i) => 20 * Math.Pow(1.4, i);

    private double Difference(double x) => a(x) - b(x);

    private bool AreEqual(double x) => RealSet.Near(a(x), b(x));

    // The root of a difference that is linear; nothing where it is not.
    private double? Root()
    {
        var at0 = Difference(0);
        var slope = Difference(1) - at0;
        return slope != 0 && LineChecks.All(x => RealSet.Near(Difference(x), at0 + x * slope)) ? -at0 / slope : null;
    }

    private void Search()
    {
        var values = Array.ConvertAll(Grid, Difference);
        found.AddRange(Grid.Where(AreEqual));
        for (var i = 0; i + 1 < Grid.Length; i++)
        {
            Between((Grid[i], values[i]), (Grid[i + 1], values[i + 1]));
        }

        // Between points of one sign it may still touch zero, or cross it twice; on a plateau it does not.
        for (var i = 1; i + 1 < Grid.Length; i++)
        {
            var (before, here, after) = (values[i - 1], values[i], values[i + 1]);
            var lowest = before * here > 0 && here * after > 0 && Math.Abs(here) <= Math.Min(Math.Abs(before), Math.Abs(after));
            if (lowest && Dip * Math.Abs(here) < Math.Max(Math.Abs(before), Math.Abs(after)))
            {
                Around((Grid[i - 1], before), (Grid[i + 1], after));
            }
        }
    }

    private void Between((double X, double Value) low, (double X, double Value) high)
    {
        if (double.IsNaN(low.Value) != double.IsNaN(high.Value))
        {
            var (outside, inside) = double.IsNaN(low.Value) ? Close(low.X, high.X, double.IsNaN) : Close(high.X, low.X, double.IsNaN);
            found.Add(Rounded((outside + inside) / 2));
            Between((inside, Difference(inside)), double.IsNaN(low.Value) ? high : low);
        }
        else if (low.Value * high.Value < 0)
        {
            var (below, above) = Close(low.X, high.X, value => !double.IsNaN(value) && Math.Sign(value) == Math.Sign(low.Value));
            found.Add(Rounded((below + above) / 2));
        }
    }

    // Towards the point where the difference comes closest to zero, by thirds.
    private void Around((double X, double Value) low, (double X, double Value) high)
    {
        var (from, to) = (low.X, high.X);
        for (var i = 0; i < Halvings; i++)
        {
            var (left, right) = (from + (to - from) / 3, to - (to - from) / 3);
            var (atLeft, atRight) = (Difference(left), Difference(right));
            if (atLeft * low.Value < 0 || atRight * low.Value < 0)
            {
                var across = atLeft * low.Value < 0 ? (left, atLeft) : (right, atRight);
                Between(low, across);
                Between(across, high);
                return;
            }

            (from, to) = Math.Abs(atLeft) < Math.Abs(atRight) ? (from, right) : (left, to);
        }

        // At a minimum a function is flat, so that its place is known to half the digits only.
        var closest = (from + to) / 2;
        if (AreEqual(closest))
        {
            found.Add(AreEqual(Math.Round(closest, 6)) ? Math.Round(closest, 6) : closest);
        }
    }

    // Two points next to each other, of which the first still is as the first was.
    private (double Same, double Other) Close(double same, double other, Func<double, bool> isSame)
    {
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (same + other) / 2;
            (same, other) = isSame(Difference(middle)) ? (middle, other) : (same, middle);
        }

        return (same, other);
    }

    // A crossing at a short decimal is that decimal.
    private static double Rounded(double crossing)
    {
        var rounded = Math.Round(crossing, 9);
        return RealSet.Near(rounded, crossing) ? rounded : crossing;
    }
}
