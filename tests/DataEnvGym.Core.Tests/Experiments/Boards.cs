using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Tests.Episodes.Reports;

namespace DataEnvGym.Core.Tests.Experiments;

/// <summary>An experiment of three arms and two seeds over 40 sealed items: 20 of them right before, 20, 30 and 21 of them after.</summary>
internal static class Boards
{
    public static ExperimentPlan Plan { get; } = new("test", "blind", [Arm("seeing"), Arm("blind") with { IsBaseline = true }, Arm("guess")], [1, 2]);

    public static IReadOnlyList<FinishedRun> Runs { get; } =
        [.. from seed in Plan.Seeds from arm in new[] { ("seeing", 30), ("blind", 20), ("guess", 21) } select Run(arm.Item1, seed, arm.Item2)];

    public static FinishedRun Run(string arm, uint seed, int right) => new($"{arm}-{seed}", arm, Reporting.Report with
    {
        Seed = seed, Agent = arm, Examples = 100, Skills = [], Weak = null,
        Iterations = [Reporting.Report.Iterations[0] with { Select = 0.5 }, Reporting.Report.Iterations[1] with { Select = right / 40.0, TotalExamples = 100 }],
        Test = Reporting.Report.Test with { Before = 0.5 },
    }, Given.Answers(new string('+', right) + new string('-', 40 - right)));

    private static ExperimentArm Arm(string name) =>
        new(name, false, new Dictionary<string, System.Text.Json.JsonElement>(), Given.Spec with { Name = name, Environment = EnvironmentKind.OpenEnded });
}
