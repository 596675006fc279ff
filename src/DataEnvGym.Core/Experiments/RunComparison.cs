using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Experiments;

/// <summary>Compares finished runs. Pure: the resampling is seeded.</summary>
public static class RunComparison
{
    /// <summary>Compares runs with the first one and its group.</summary>
    /// <param name="runs">At least two, of one task and the same sealed items.</param>
    /// <exception cref="ArgumentException">They cannot be compared; the message says which and why.</exception>
    public static Comparison Compare(IReadOnlyList<FinishedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Count < 2)
        {
            throw new ArgumentException("Name at least two runs to compare.", nameof(runs));
        }

        RunScores.CheckComparable(runs);
        var (items, weakItems) = RunScores.Items(runs[0]);
        var groups = runs.GroupBy(run => run.Group, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        return new(
            runs[0].Report.Task, items.Count, weakItems.Count,
            [.. groups.Select(group => Describe(group, groups[0], items, weakItems))],
            [.. runs.Where(run => run != Partner(run, groups[0])).Select(run => Pair(Partner(run, groups[0]), run))]);
    }

    private static RunGroup Describe(List<FinishedRun> group, List<FinishedRun> reference, IReadOnlyList<string> items, IReadOnlyList<string> weakItems)
    {
        var scores = RunScores.Of(group, items);
        var weakScores = weakItems.Count > 0 ? RunScores.Of(group, weakItems) : null;
        var isReference = ReferenceEquals(group, reference);
        return new(
            group[0].Group,
            [.. group.Select(run => run.Name)],
            [.. group.Select(run => run.Report.Seed)],
            group.Average(run => run.Report.Examples),
            [.. scores.Select(run => run.Average())],
            scores.Average(run => run.Average()),
            weakScores?.Average(run => run.Average()),
            isReference ? null : GroupBootstrap.Difference(RunScores.Align(reference, group, items), Rng.For(0, "compare", group[0].Group)),
            isReference || weakScores is null ? null : GroupBootstrap.Difference(RunScores.Align(reference, group, weakItems), Rng.For(0, "compare-weak", group[0].Group)));
    }

    private static FinishedRun Partner(FinishedRun run, List<FinishedRun> reference) =>
        reference.Contains(run) ? reference[0] : reference.FirstOrDefault(other => other.Report.Seed == run.Report.Seed) ?? reference[0];

    private static RunPair Pair(FinishedRun reference, FinishedRun run)
    {
        var table = PairTable.Of(reference.Answers, run.Answers);
        var before = reference.Answers.ToDictionary(answer => answer.ItemId, answer => answer.Score);
        var differences = run.Answers.Select(answer => answer.Score - before[answer.ItemId]).ToArray();
        return new(
            reference.Name, run.Name, table.OnlyBefore, table.OnlyAfter,
            PairedBootstrap.MeanDifference(differences, Rng.For(0, "compare-pair", reference.Name, run.Name)), McNemar.ExactP(table));
    }
}
