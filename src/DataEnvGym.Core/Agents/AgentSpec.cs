using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;

namespace DataEnvGym.Core.Agents;

/// <summary>Who decides what to teach, and from what examples are made.</summary>
public sealed record AgentSpec
{
    /// <summary>What the agent sees and where its examples come from.</summary>
    public AgentKind Kind { get; init; } = AgentKind.Teacher;

    /// <summary>How the budget of an iteration is shared between skills.</summary>
    public PolicySpec Policy { get; init; } = new();

    /// <summary>For the environment <c>skill-tree</c>: how the tree grows and how its leaves share the budget.</summary>
    public TreeSpec? Tree { get; init; }

    /// <summary>Most student errors, or items of the training data, that are shown to the teacher for one order.</summary>
    [Range(0, 1000)]
    public int ErrorsPerOrder { get; init; } = 12;

    /// <summary>Most tokens, at four characters each, of the errors or items that are shown for one order; 8,000 unless given. One that does not fit is left out.</summary>
    [Range(1, 1_000_000)]
    public int? ErrorTokens { get; init; }
}

/// <summary>What an agent sees and where its examples come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentKind>))]
public enum AgentKind
{
    /// <summary>The teacher writes examples and is shown the student's errors.</summary>
    [JsonStringEnumMemberName("teacher")]
    Teacher,

    /// <summary>The teacher writes examples for the task without seeing the student: the baseline.</summary>
    [JsonStringEnumMemberName("no-state")]
    NoState,

    /// <summary>The teacher writes examples and is shown items of the task's own training data in place of the student: the baseline of Self-Instruct (Wang et al. 2023).</summary>
    [JsonStringEnumMemberName("seeded")]
    Seeded,

    /// <summary>Items of the task's own training data are selected; no teacher is asked.</summary>
    [JsonStringEnumMemberName("selection")]
    Selection,
}

/// <summary>How structured observation and plan are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EnvironmentKind>))]
public enum EnvironmentKind
{
    /// <summary>Graded answers; orders without a skill.</summary>
    [JsonStringEnumMemberName("open-ended")]
    OpenEnded,

    /// <summary>Graded answers grouped by discovered skill; orders per skill.</summary>
    [JsonStringEnumMemberName("skill-list")]
    SkillList,

    /// <summary>The same with parts of the skills, which a teacher proposes; actions that grow the tree or move its allocations, and orders per leaf.</summary>
    [JsonStringEnumMemberName("skill-tree")]
    SkillTree,
}
