using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Experiments;

/// <summary>An arm with its finished runs, in the order of the seeds.</summary>
internal sealed record ArmRuns(ExperimentArm Arm, IReadOnlyList<FinishedRun> Runs)
{
    public string Name => Arm.Name;

    /// <summary>Mean score over the runs, item by item.</summary>
    public double[] ItemMeans(IReadOnlyList<string> items)
    {
        var scores = RunScores.Of(Runs, items);
        return [.. items.Select((_, item) => scores.Average(run => run[item]))];
    }
}

/// <summary>The figures of an arm.</summary>
internal static class ArmMeasures
{
    public static ArmStanding Of(ArmRuns arm, ArmRuns reference, IReadOnlyList<string> items, IReadOnlyList<string> weakItems, int horizon, ArmDifference? difference)
    {
        var scores = RunScores.Of(arm.Runs, items);
        var reports = arm.Runs.Select(run => run.Report).ToList();
        return new()
        {
            Name = arm.Name,
            IsBaseline = arm.Arm.IsBaseline,
            Agent = $"{reports[0].Environment} {reports[0].Agent}",
            Changes = arm.Arm.Changes,
            Runs = [.. arm.Runs.Select(run => run.Name)],
            Scores = [.. scores.Select(run => run.Average())],
            Test = GroupBootstrap.Mean(scores, Rng.For(0, "leaderboard-mean", arm.Name)),
            Difference = difference,
            Weak = weakItems.Count == 0 ? null : RunScores.Of(arm.Runs, weakItems).Average(run => run.Average()),
            WeakDifference = weakItems.Count == 0 || arm == reference
                ? null
                : GroupBootstrap.Difference(RunScores.Align(reference.Runs, arm.Runs, weakItems), Rng.For(0, "leaderboard-weak", arm.Name)),
            Area = reports.Average(report => Area(report, horizon)),
            Regret = reports.All(report => report.Regret is not null) ? reports.Average(report => report.Regret!.Regret.Value) : null,
            Examples = reports.Average(report => report.Examples),
            Tokens = reports.Average(report => report.Spend.Tokens),
            Money = reports.Average(report => report.Spend.Money),
            Seconds = reports.Average(report => report.Seconds.Total()),
            Verdict = LeaderboardVerdicts.OfArm(reference.Name, difference),
        };
    }

    private static double Area(EpisodeReport report, int horizon) =>
        LearningCurve.Area([.. report.Iterations.Select(point => ((double)point.TotalExamples, point.Select))], horizon);
}
