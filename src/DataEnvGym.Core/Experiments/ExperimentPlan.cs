using System.Text.Json;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Experiments;

/// <summary>An experiment with everything decided: which episodes are run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reference">The arm that the others are held against.</param>
/// <param name="Arms">The arms of the spec, then those of the grid, then the baselines.</param>
/// <param name="Seeds">The seeds of each arm.</param>
public sealed record ExperimentPlan(string Name, string Reference, IReadOnlyList<ExperimentArm> Arms, IReadOnlyList<uint> Seeds)
{
    /// <summary>All runs: every arm with the first seed, then every arm with the second, so that what is there after an interruption can be compared.</summary>
    public IReadOnlyList<PlannedRun> Runs() =>
        [.. Seeds.SelectMany(seed => Arms.Select(arm => new PlannedRun($"{arm.Name}-{seed}", arm.Name, arm.Episode with { Name = arm.Name, Seed = seed })))];
}

/// <summary>One way of teaching.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsBaseline">Whether it was added as a baseline.</param>
/// <param name="Changes">What sets it apart from the base episode, as path → value.</param>
/// <param name="Episode">The episode, but for name and seed.</param>
public sealed record ExperimentArm(string Name, bool IsBaseline, IReadOnlyDictionary<string, JsonElement> Changes, EpisodeSpec Episode);

/// <summary>An arm with a seed.</summary>
/// <param name="Name">The name of the run and of its folder, such as <c>uniform-3</c>.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Episode">The whole episode.</param>
public sealed record PlannedRun(string Name, string Arm, EpisodeSpec Episode);
