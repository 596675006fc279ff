namespace DataEnvGym.Core.Statistics;

/// <summary>Scores of two groups of runs: per run an array with one score per item, the items in the same order everywhere.</summary>
/// <param name="Reference">The group compared against; at least one run.</param>
/// <param name="Group">The group compared; at least one run.</param>
/// <param name="Paired">Whether run i of both groups share a seed.</param>
public sealed record GroupScores(IReadOnlyList<double[]> Reference, IReadOnlyList<double[]> Group, bool Paired);

/// <summary>A difference with its interval and how surprising it would be if there were none.</summary>
/// <param name="Difference">Group − reference with its 95 % interval.</param>
/// <param name="P">Two-sided p-value.</param>
public readonly record struct TestedDifference(Interval Difference, double P);

/// <summary>
/// Percentile bootstrap of groups of runs that resamples both what varies: the runs (seeds) and the items. Seeds that are shared are drawn together.
/// </summary>
public static class GroupBootstrap
{
    private const int Resamples = 4000;

    /// <summary>The mean of a group's runs with its 95 % interval.</summary>
    /// <param name="runs">Per run one score per item; at least one run.</param>
    /// <param name="rng">Source of the resampling.</param>
    public static Interval Mean(IReadOnlyList<double[]> runs, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(rng);
        var means = Resample(runs[0].Length, rng, drawn => Draw(runs, drawn, rng));
        return Percentiles(runs.Average(run => run.Average()), means);
    }

    /// <summary>Group − reference with its 95 % interval.</summary>
    public static Interval Difference(GroupScores scores, Rng rng) => Test(scores, rng).Difference;

    /// <summary>
    /// The same with a p-value that agrees with the interval: twice the share of resamples on the far side of 0, with one added above and below so that it is never 0
    /// (Efron and Tibshirani 1993, sections 13.3 and 15.4; Davison and Hinkley 1997, section 4.4).
    /// </summary>
    /// <param name="scores">The two groups.</param>
    /// <param name="rng">Source of the resampling.</param>
    public static TestedDifference Test(GroupScores scores, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(rng);
        var (reference, group) = (scores.Reference, scores.Group);
        var differences = Resample(
            reference[0].Length, rng, drawn => scores.Paired ? DrawPaired(reference, group, drawn, rng) : Draw(group, drawn, rng) - Draw(reference, drawn, rng));
        var value = group.Average(run => run.Average()) - reference.Average(run => run.Average());
        var far = Math.Min(differences.Count(difference => difference <= 0), differences.Count(difference => difference >= 0));
        return new(Percentiles(value, differences), Math.Min(1, 2.0 * (far + 1) / (Resamples + 1)));
    }

    private static double[] Resample(int items, Rng rng, Func<int[], double> statistic)
    {
        var drawn = new int[items];
        var values = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            for (var i = 0; i < items; i++)
            {
                drawn[i] = rng.Next(items);
            }

            values[r] = statistic(drawn);
        }

        Array.Sort(values);
        return values;
    }

    private static Interval Percentiles(double value, double[] sorted) => new(value, Quantiles.Of(sorted, 0.025), Quantiles.Of(sorted, 0.975));

    private static double Draw(IReadOnlyList<double[]> runs, int[] drawn, Rng rng)
    {
        var sum = 0.0;
        for (var k = 0; k < runs.Count; k++)
        {
            sum += Mean(runs[rng.Next(runs.Count)], drawn) / runs.Count;
        }

        return sum;
    }

    private static double DrawPaired(IReadOnlyList<double[]> reference, IReadOnlyList<double[]> group, int[] drawn, Rng rng)
    {
        var sum = 0.0;
        for (var k = 0; k < group.Count; k++)
        {
            var pick = rng.Next(group.Count);
            sum += Mean(group[pick], drawn) / group.Count;
            sum -= Mean(reference[pick], drawn) / group.Count;
        }

        return sum;
    }

    private static double Mean(double[] scores, int[] drawn)
    {
        var sum = 0.0;
        foreach (var i in drawn)
        {
            sum += scores[i];
        }

        return sum / drawn.Length;
    }
}

/// <summary>Quantiles of samples.</summary>
internal static class Quantiles
{
    /// <summary>Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).</summary>
    /// <param name="sorted">The sample, ascending, not empty.</param>
    /// <param name="q">0..1.</param>
    public static double Of(double[] sorted, double q)
    {
        var position = q * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
