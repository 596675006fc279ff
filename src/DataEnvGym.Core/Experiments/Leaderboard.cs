using System.Text.Json;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Experiments;

/// <summary>What came of an experiment: the content of <c>leaderboard.json</c>, described in <c>docs/experiments.md</c>. Fields are only ever added.</summary>
public sealed record Leaderboard
{
    /// <summary>Version of this format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The task's name.</summary>
    public required string Task { get; init; }

    /// <summary>Sealed items.</summary>
    public required int Items { get; init; }

    /// <summary>Those of them that ask for a skill which was weak at the start.</summary>
    public required int WeakItems { get; init; }

    /// <summary>The seeds of every arm.</summary>
    public required IReadOnlyList<uint> Seeds { get; init; }

    /// <summary>What the reference may spend, in words; every arm the same unless <see cref="Notes"/> say otherwise.</summary>
    public required string Budget { get; init; }

    /// <summary>The arm that the others are held against.</summary>
    public required string Reference { get; init; }

    /// <summary>Share right on the sealed items before any teaching.</summary>
    public required double Before { get; init; }

    /// <summary>The same on weak items; none without weak items.</summary>
    public double? WeakBefore { get; init; }

    /// <summary>The arms, the highest mean first.</summary>
    public required IReadOnlyList<ArmStanding> Arms { get; init; }

    /// <summary>The first of them against the second.</summary>
    public required LeadStanding Lead { get; init; }

    /// <summary>What has to be known beside the figures, one sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>How an arm did.</summary>
public sealed record ArmStanding
{
    /// <summary>The arm's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it was added as a baseline.</summary>
    public required bool IsBaseline { get; init; }

    /// <summary>Environment and agent, such as <c>skill-list teacher/uniform</c>.</summary>
    public required string Agent { get; init; }

    /// <summary>What sets it apart from the experiment's episode, as path → value.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Changes { get; init; }

    /// <summary>Its runs, seed by seed.</summary>
    public required IReadOnlyList<string> Runs { get; init; }

    /// <summary>Share right on the sealed items, run by run.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>Mean of the scores with a 95 % bootstrap interval over seeds and items.</summary>
    public required Interval Test { get; init; }

    /// <summary>This arm − the reference; none for the reference.</summary>
    public ArmDifference? Difference { get; init; }

    /// <summary>Mean share right on weak items; none without weak items.</summary>
    public double? Weak { get; init; }

    /// <summary>This arm − the reference on weak items, with a 95 % bootstrap interval over seeds and items; not tested.</summary>
    public Interval? WeakDifference { get; init; }

    /// <summary>Normalised area under the learning curve: the mean of select accuracy over the examples, up to the most that any run trained on; mean over seeds.</summary>
    public required double Area { get; init; }

    /// <summary>What the best choice of skills in hindsight would have brought more, as a share of right probe answers; mean over seeds, none without skills.</summary>
    public double? Regret { get; init; }

    /// <summary>Examples trained on, mean.</summary>
    public required double Examples { get; init; }

    /// <summary>Teacher tokens, mean.</summary>
    public required double Tokens { get; init; }

    /// <summary>US dollars spent on the teacher, mean.</summary>
    public required decimal Money { get; init; }

    /// <summary>Seconds that a run took, mean. The only figure that differs when an experiment is repeated.</summary>
    public required double Seconds { get; init; }

    /// <summary>What may be claimed, in one sentence.</summary>
    public required string Verdict { get; init; }
}

/// <summary>An arm against the reference on all sealed items.</summary>
/// <param name="Interval">The difference with a 95 % bootstrap interval over seeds and items.</param>
/// <param name="P">Two-sided p-value of the same bootstrap.</param>
/// <param name="HolmP">The same, corrected after Holm for all comparisons with the reference.</param>
/// <param name="PermutationP">Two-sided p-value of the paired permutation test over items, for exactly these runs: it does not count that other seeds might differ.</param>
public sealed record ArmDifference(Interval Interval, double P, double HolmP, double PermutationP);

/// <summary>The arm with the highest mean against the one after it.</summary>
/// <param name="First">The arm with the highest mean.</param>
/// <param name="Second">The next.</param>
/// <param name="Difference">First − second with a 95 % bootstrap interval over seeds and items.</param>
/// <param name="P">Two-sided p-value, times the number of all pairs of arms: the two were chosen after looking.</param>
/// <param name="Verdict">What may be claimed, in one sentence.</param>
public sealed record LeadStanding(string First, string Second, Interval Difference, double P, string Verdict);
