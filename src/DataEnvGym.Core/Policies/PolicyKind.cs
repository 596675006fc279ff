using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Policies;

/// <summary>A rule that shares a budget between skills.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PolicyKind>))]
public enum PolicyKind
{
    /// <summary>Every skill gets the same.</summary>
    [JsonStringEnumMemberName("uniform")]
    Uniform,

    /// <summary>A skill gets the more, the more often the student is wrong.</summary>
    [JsonStringEnumMemberName("error-proportional")]
    ErrorProportional,

    /// <summary>The skills below an accuracy get the same, the others nothing.</summary>
    [JsonStringEnumMemberName("threshold")]
    Threshold,

    /// <summary>The skills that are neither too hard nor too easy get the same, the others nothing.</summary>
    [JsonStringEnumMemberName("learnability")]
    Learnability,

    /// <summary>Shares are drawn.</summary>
    [JsonStringEnumMemberName("random")]
    Random,

    /// <summary>Two policies take turns.</summary>
    [JsonStringEnumMemberName("alternating")]
    Alternating,

    /// <summary>A skill gets the more, the fewer examples it had.</summary>
    [JsonStringEnumMemberName("fill-balanced")]
    FillBalanced,

    /// <summary>A bandit: skills whose examples gained most, and skills that were tried little.</summary>
    [JsonStringEnumMemberName("ucb1")]
    Ucb1,

    /// <summary>A bandit: a skill's share is the probability that its examples gain most.</summary>
    [JsonStringEnumMemberName("thompson")]
    Thompson,

    /// <summary>The planner teacher shares the budget out.</summary>
    [JsonStringEnumMemberName("teacher")]
    Teacher,

    /// <summary>Only the skills that the spec lists, by someone who knows what is missing.</summary>
    [JsonStringEnumMemberName("oracle")]
    Oracle,
}
