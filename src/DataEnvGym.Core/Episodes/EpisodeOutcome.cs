using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Core.Episodes;

/// <summary>What an episode ends with.</summary>
/// <param name="Report">The report for programs, <c>report.json</c>.</param>
/// <param name="State">The episode at its end: its base, its checkpoints and their examinations.</param>
public sealed record EpisodeOutcome(ArtifactRef Report, EpisodeState State);
