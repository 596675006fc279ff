using System.ComponentModel.DataAnnotations;

namespace DataEnvGym.Core.Episodes;

/// <summary>What an example must pass before it is trained on.</summary>
public sealed record CurationSpec
{
    /// <summary>Longest prompt, in characters.</summary>
    [Range(1, 1_000_000)]
    public int MaxPromptLength { get; init; } = 4000;

    /// <summary>Longest solution and answer together, in characters.</summary>
    [Range(1, 1_000_000)]
    public int MaxSolutionLength { get; init; } = 4000;

    /// <summary>An example that shares a run of so many words with an examined item is dropped; an equal prompt always is.</summary>
    [Range(3, 100)]
    public int ContaminationWords { get; init; } = 13;

    /// <summary>How often missing examples are ordered again.</summary>
    [Range(0, 10)]
    public int TopUps { get; init; } = 2;
}
