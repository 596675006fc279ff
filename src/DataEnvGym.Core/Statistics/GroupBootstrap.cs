namespace DataEnvGym.Core.Statistics;

/// <summary>Scores of two groups of runs: per run an array with one score per item, the items in the same order everywhere.</summary>
/// <param name="Reference">The group compared against; at least one run.</param>
/// <param name="Group">The group compared; at least one run.</param>
/// <param name="Paired">Whether run i of both groups share a seed.</param>
public sealed record GroupScores(IReadOnlyList<double[]> Reference, IReadOnlyList<double[]> Group, bool Paired);

/// <summary>
/// Percentile bootstrap of the difference between two groups of runs that resamples both what varies: the runs (seeds) and the items. Seeds that
/// are shared are drawn together.
/// </summary>
public static class GroupBootstrap
{
    private const int Resamples = 4000;

    /// <summary>Group − reference with its 95 % interval.</summary>
    public static Interval Difference(GroupScores scores, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(rng);
        var items = scores.Reference[0].Length;
        var drawn = new int[items];
        var differences = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            for (var i = 0; i < items; i++)
            {
                drawn[i] = rng.Next(items);
            }

            var difference = 0.0;
            for (var k = 0; k < scores.Group.Count; k++)
            {
                var pick = rng.Next(scores.Group.Count);
                difference += Mean(scores.Group[pick], drawn) / scores.Group.Count;
                difference -= scores.Paired ? Mean(scores.Reference[pick], drawn) / scores.Group.Count : 0;
            }

            for (var k = 0; !scores.Paired && k < scores.Reference.Count; k++)
            {
                difference -= Mean(scores.Reference[rng.Next(scores.Reference.Count)], drawn) / scores.Reference.Count;
            }

            differences[r] = difference;
        }

        Array.Sort(differences);
        var value = scores.Group.Average(run => run.Average()) - scores.Reference.Average(run => run.Average());
        return new(value, Quantiles.Of(differences, 0.025), Quantiles.Of(differences, 0.975));
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
