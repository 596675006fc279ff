using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>How the skill tree grows and how its leaves share a budget. A parameter that is left out has its default; one of another policy is refused.</summary>
public sealed record TreeSpec
{
    /// <summary>Which rule decides between exploring and exploiting.</summary>
    public TreePolicyKind Policy { get; init; }

    /// <summary>Subskills that exploring a skill adds; 3 unless given. For <c>random</c> the most.</summary>
    [Range(1, 100)]
    public int? Subskills { get; init; }

    /// <summary>Examples per iteration that a new subskill is to get; 10 unless given. For <c>random</c> the most.</summary>
    [Range(1, 100_000)]
    public int? ExamplesEach { get; init; }

    /// <summary>Most subskills of a skill, at all depths together; 10 unless given.</summary>
    [Range(1, 1000)]
    public int? MaxSubskills { get; init; }

    /// <summary>Whether all leaves share an iteration's budget or every skill first gets the same.</summary>
    public TreeBudget Budget { get; init; }

    /// <summary>What the leaves share a budget by.</summary>
    public TreeShare Share { get; init; }

    /// <summary>For <c>alternating</c>: a skill for which so many examples were made gets none any more; no limit unless given.</summary>
    [Range(1, 1_000_000)]
    public int? MaxExamples { get; init; }

    /// <summary>For <c>threshold</c> and <c>teacher</c>: a skill whose accuracy gained more than this is exploited; 0.01 unless given.</summary>
    [Range(-1.0, 1.0)]
    public double? Threshold { get; init; }

    /// <summary>For <c>threshold</c> and <c>teacher</c>: what exploiting adds to each allocation; 10 unless given.</summary>
    [Range(1, 100_000)]
    public int? Step { get; init; }

    /// <summary>For <c>fill-balanced</c>: a subskill with this many examples is finished; 400 unless given.</summary>
    [Range(1, 1_000_000)]
    public int? Target { get; init; }

    /// <summary>For <c>fill-balanced</c>, <c>random</c> and <c>teacher</c>: the highest allocation of a subskill; 100 unless given.</summary>
    [Range(1, 100_000)]
    public int? Cap { get; init; }

    /// <summary>For <c>random</c>: most subskills of a skill that get examples; 10 unless given.</summary>
    [Range(1, 1000)]
    public int? MaxActive { get; init; }
}

/// <summary>A rule that decides between exploring and exploiting.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TreePolicyKind>))]
public enum TreePolicyKind
{
    /// <summary>Explores, takes all allocations back, explores again.</summary>
    [JsonStringEnumMemberName("alternating")]
    Alternating,

    /// <summary>Explores until there are enough subskills, then fills all of them up.</summary>
    [JsonStringEnumMemberName("fill-balanced")]
    FillBalanced,

    /// <summary>Gives more while that helps, and explores otherwise.</summary>
    [JsonStringEnumMemberName("threshold")]
    Threshold,

    /// <summary>Tosses a coin.</summary>
    [JsonStringEnumMemberName("random")]
    Random,

    /// <summary>The planner teacher decides; for a skill on which it gives no usable advice <c>threshold</c> does.</summary>
    [JsonStringEnumMemberName("teacher")]
    Teacher,
}

/// <summary>Who shares an iteration's budget.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TreeBudget>))]
public enum TreeBudget
{
    /// <summary>All leaves of all skills.</summary>
    [JsonStringEnumMemberName("shared")]
    Shared,

    /// <summary>Every skill with an allocation gets the same, and its leaves share that.</summary>
    [JsonStringEnumMemberName("per-skill")]
    PerSkill,
}

/// <summary>What leaves share a budget by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TreeShare>))]
public enum TreeShare
{
    /// <summary>Their allocations, which the tree policy moves.</summary>
    [JsonStringEnumMemberName("allocation")]
    Allocation,

    /// <summary>The weights of <c>agent.policy</c>; the tree policy decides only when a skill is explored.</summary>
    [JsonStringEnumMemberName("policy")]
    Policy,
}
