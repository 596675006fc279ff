using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Experiments;

/// <summary>Computes a leaderboard from the finished runs of an experiment. Pure: the resampling is seeded.</summary>
public static class LeaderboardBuilder
{
    /// <summary>The leaderboard.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="runs">All its runs, in any order; the group of each is its arm.</param>
    /// <exception cref="ArgumentException">A run is missing, or the runs cannot be compared; the message says which and why.</exception>
    public static Leaderboard Build(ExperimentPlan plan, IReadOnlyList<FinishedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(runs);
        var byName = runs.ToDictionary(run => run.Name, StringComparer.Ordinal);
        var planned = plan.Runs();
        if (planned.FirstOrDefault(run => !byName.ContainsKey(run.Name)) is { } missing)
        {
            throw new ArgumentException($"{missing.Name} is not among the finished runs; finish it first.", nameof(runs));
        }

        var arms = plan.Arms.Select(arm => new ArmRuns(arm, [.. planned.Where(run => run.Arm == arm.Name).Select(run => byName[run.Name])])).ToList();
        var reference = arms.Single(arm => arm.Name == plan.Reference);
        RunScores.CheckComparable([.. reference.Runs, .. arms.SelectMany(arm => arm.Runs)]);

        var (items, weakItems) = RunScores.Items(reference.Runs[0]);
        var differences = Differences(arms, reference, items);
        var horizon = runs.Max(run => run.Report.Examples);
        var standings = arms
            .Select(arm => ArmMeasures.Of(arm, reference, items, weakItems, horizon, differences.GetValueOrDefault(arm.Name)))
            .OrderByDescending(arm => arm.Test.Value).ThenBy(arm => arm.Name, StringComparer.Ordinal)
            .ToList();
        var first = reference.Runs[0].Report;
        return new()
        {
            Experiment = plan.Name,
            Task = first.Task,
            Items = items.Count,
            WeakItems = weakItems.Count,
            Seeds = plan.Seeds,
            Budget = Budget.Describe(reference.Arm.Episode),
            Reference = plan.Reference,
            Before = first.Test.Before,
            WeakBefore = first.Weak?.Before,
            Arms = standings,
            Lead = Lead(arms.Single(arm => arm.Name == standings[0].Name), arms.Single(arm => arm.Name == standings[1].Name), items, arms.Count),
            Notes = [.. Notes(arms, reference)],
        };
    }

    private static Dictionary<string, ArmDifference> Differences(List<ArmRuns> arms, ArmRuns reference, IReadOnlyList<string> items)
    {
        var others = arms.Where(arm => arm != reference).ToList();
        var tests = others.ConvertAll(arm => GroupBootstrap.Test(RunScores.Align(reference.Runs, arm.Runs, items), Rng.For(0, "leaderboard", arm.Name)));
        var corrected = Holm.Adjust(tests.ConvertAll(test => test.P));
        var before = reference.ItemMeans(items);
        return others.Index().ToDictionary(
            arm => arm.Item.Name,
            arm => new ArmDifference(
                tests[arm.Index].Difference, tests[arm.Index].P, corrected[arm.Index],
                PairedPermutation.P([.. arm.Item.ItemMeans(items).Zip(before, (after, first) => after - first)], Rng.For(0, "leaderboard-permutation", arm.Item.Name))));
    }

    private static LeadStanding Lead(ArmRuns first, ArmRuns second, IReadOnlyList<string> items, int arms)
    {
        var test = GroupBootstrap.Test(RunScores.Align(second.Runs, first.Runs, items), Rng.For(0, "leaderboard-lead", first.Name, second.Name));
        var p = Math.Min(1, test.P * arms * (arms - 1) / 2);
        return new(first.Name, second.Name, test.Difference, p, LeaderboardVerdicts.OfLead(first.Name, second.Name, test.Difference, p));
    }

    private static IEnumerable<string> Notes(List<ArmRuns> arms, ArmRuns reference)
    {
        foreach (var arm in arms)
        {
            if (Budget.Difference(reference.Arm.Episode, arm.Arm.Episode) is { } budget)
            {
                yield return $"{arm.Name} has another budget than {reference.Name}: {budget.Field} {budget.Second} in place of {budget.First}.";
            }

            foreach (var run in arm.Runs.Where(run => run.Report.Stopped is StopReason.User or StopReason.Rejected or StopReason.NoExamples))
            {
                yield return $"{run.Name} ended before its budget was spent ({Words.Of(run.Report.Stopped)}).";
            }
        }

        if (reference.Runs.Count < 5)
        {
            yield return $"{reference.Runs.Count} seeds say little about how much seeds differ; the intervals are rather too narrow.";
        }
    }
}
