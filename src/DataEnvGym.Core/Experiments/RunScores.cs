using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Experiments;

/// <summary>Scores of finished runs, item by item.</summary>
internal static class RunScores
{
    /// <summary>Per run one score per item, in the order of <paramref name="items"/>.</summary>
    public static List<double[]> Of(IReadOnlyList<FinishedRun> runs, IReadOnlyList<string> items) => [.. runs.Select(run =>
    {
        var byItem = run.Answers.ToDictionary(answer => answer.ItemId, answer => answer.Score);
        return items.Select(item => byItem[item]).ToArray();
    })];

    /// <summary>Two groups of runs. Runs of the same seed saw the same luck, so they are paired where both groups have the same seeds; otherwise all are used, unpaired.</summary>
    public static GroupScores Align(IReadOnlyList<FinishedRun> reference, IReadOnlyList<FinishedRun> group, IReadOnlyList<string> items)
    {
        var seeds = reference.Select(run => run.Report.Seed).Intersect(group.Select(run => run.Report.Seed)).ToList();
        var paired = seeds.Count == reference.Count && seeds.Count == group.Count;
        var ordered = paired ? seeds.Select(seed => group.First(run => run.Report.Seed == seed)).ToList() : group;
        return new(Of(reference, items), Of(ordered, items), paired);
    }

    /// <summary>The sealed items of runs that can be compared, in the order of the first run, and those of them that ask for a skill which was weak at the start.</summary>
    public static (IReadOnlyList<string> All, IReadOnlyList<string> Weak) Items(FinishedRun first)
    {
        var weak = first.Report.Skills.Where(skill => skill.Weak).Select(skill => skill.Name).ToHashSet(StringComparer.Ordinal);
        return (
            [.. first.Answers.Select(answer => answer.ItemId)],
            [.. first.Answers.Where(answer => answer.Skill is { } skill && weak.Contains(skill)).Select(answer => answer.ItemId)]);
    }

    /// <summary>Refuses runs that were not examined on the same items in the same way.</summary>
    /// <exception cref="ArgumentException">They cannot be compared; the message says which and why.</exception>
    public static void CheckComparable(IReadOnlyList<FinishedRun> runs)
    {
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
}
