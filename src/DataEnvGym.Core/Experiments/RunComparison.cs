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
        CheckComparable(runs);
        var weak = runs[0].Report.Skills.Where(skill => skill.Weak).Select(skill => skill.Name).ToHashSet(StringComparer.Ordinal);
        var items = runs[0].Answers.Select(answer => answer.ItemId).ToList();
        var weakItems = runs[0].Answers.Where(answer => answer.Skill is { } skill && weak.Contains(skill)).Select(answer => answer.ItemId).ToList();
        var groups = runs.GroupBy(run => run.Group, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        return new(
            runs[0].Report.Task, items.Count, weakItems.Count,
            [.. groups.Select(group => Describe(group, groups[0], items, weakItems))],
            [.. runs.Where(run => run != Partner(run, groups[0])).Select(run => Pair(Partner(run, groups[0]), run))]);
    }

    private static void CheckComparable(IReadOnlyList<FinishedRun> runs)
    {
        if (runs.Count < 2)
        {
            throw new ArgumentException("Name at least two runs to compare.", nameof(runs));
        }

        var first = runs[0];
        var ids = first.Answers.Select(answer => answer.ItemId).ToHashSet(StringComparer.Ordinal);
        foreach (var run in runs.Skip(1))
        {
            if (run.Answers.Count != ids.Count || !run.Answers.All(answer => ids.Contains(answer.ItemId)))
            {
                throw new ArgumentException($"{run.Name} was not examined on the same sealed items as {first.Name}; compare runs of one task with the same task.sizes.test.", nameof(runs));
            }

            if (run.Report.Grader != first.Report.Grader || run.Report.Protocol != first.Report.Protocol)
            {
                throw new ArgumentException($"{run.Name} was graded by {run.Report.Grader} under {run.Report.Protocol}, {first.Name} by {first.Report.Grader} under {first.Report.Protocol}: their scores cannot be compared.", nameof(runs));
            }
        }
    }

    private static RunGroup Describe(List<FinishedRun> group, List<FinishedRun> reference, List<string> items, List<string> weakItems)
    {
        var scores = Scores(group, items);
        var weakScores = weakItems.Count > 0 ? Scores(group, weakItems) : null;
        var isReference = ReferenceEquals(group, reference);
        return new(
            group[0].Group,
            [.. group.Select(run => run.Name)],
            [.. group.Select(run => run.Report.Seed)],
            group.Average(run => run.Report.Examples),
            [.. scores.Select(run => run.Average())],
            scores.Average(run => run.Average()),
            weakScores?.Average(run => run.Average()),
            isReference ? null : GroupBootstrap.Difference(Align(reference, group, items), Rng.For(0, "compare", group[0].Group)),
            isReference || weakScores is null ? null : GroupBootstrap.Difference(Align(reference, group, weakItems), Rng.For(0, "compare-weak", group[0].Group)));
    }

    // Runs of the same seed saw the same luck, so they are paired where both groups have the seed; otherwise all are used, unpaired.
    private static GroupScores Align(List<FinishedRun> reference, List<FinishedRun> group, List<string> items)
    {
        var seeds = reference.Select(run => run.Report.Seed).Intersect(group.Select(run => run.Report.Seed)).ToList();
        var paired = seeds.Count == reference.Count && seeds.Count == group.Count;
        var ordered = paired ? seeds.Select(seed => group.First(run => run.Report.Seed == seed)).ToList() : group;
        return new(Scores(reference, items), Scores(ordered, items), paired);
    }

    private static List<double[]> Scores(List<FinishedRun> runs, List<string> items) => [.. runs.Select(run =>
    {
        var byItem = run.Answers.ToDictionary(answer => answer.ItemId, answer => answer.Score);
        return items.Select(item => byItem[item]).ToArray();
    })];

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
