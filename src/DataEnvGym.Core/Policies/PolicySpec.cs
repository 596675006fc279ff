using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Policies;

/// <summary>How the budget of an iteration is shared between skills.</summary>
public sealed record PolicySpec
{
    /// <summary>Which rule.</summary>
    public PolicyKind Name { get; init; } = PolicyKind.ErrorProportional;

    /// <summary>For <c>error-proportional</c>: a skill's weight is its error rate to this power.</summary>
    [Range(0.0, 10.0)]
    public double Exponent { get; init; } = 1.5;

    /// <summary>For <c>error-proportional</c>: the least error rate that a skill counts with, so that none is forgotten.</summary>
    [Range(0.0, 1.0)]
    public double Floor { get; init; } = 0.02;
}

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
}
