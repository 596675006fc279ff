using System.ComponentModel.DataAnnotations;

namespace DataEnvGym.Core.Teachers;

/// <summary>Who writes the training data, and what a call to it may cost.</summary>
public sealed record TeacherSpec
{
    /// <summary>The teacher's kind. <c>offline</c> needs no network: it knows the procedural benchmarks.</summary>
    [AllowedValues("offline")]
    public string Kind { get; init; } = "offline";

    /// <summary>Examples asked for in one call.</summary>
    [Range(1, 200)]
    public int ExamplesPerCall { get; init; } = 20;

    /// <summary>Most tokens that one answer may have. A call is made only if this many still fit the budget.</summary>
    [Range(16, 1_000_000)]
    public int MaxTokensPerCall { get; init; } = 4096;

    /// <summary>Sampling temperature.</summary>
    [Range(0.0, 2.0)]
    public double Temperature { get; init; } = 1.0;

    /// <summary>What tokens cost.</summary>
    public TokenPrice Price { get; init; } = new();

    /// <summary>Faults that the offline teacher makes on purpose, to show what the loop does with a bad teacher.</summary>
    public TeacherFaults Faults { get; init; } = new();
}

/// <summary>Price of a teacher's tokens, in US dollars.</summary>
public sealed record TokenPrice
{
    /// <summary>Dollars per million tokens read.</summary>
    [Range(0.0, 1_000_000.0)]
    public decimal InputPerMillion { get; init; }

    /// <summary>Dollars per million tokens written.</summary>
    [Range(0.0, 1_000_000.0)]
    public decimal OutputPerMillion { get; init; }

    /// <summary>What a number of tokens costs.</summary>
    public decimal Of(long input, long output) => ((InputPerMillion * input) + (OutputPerMillion * output)) / 1_000_000m;
}

/// <summary>Shares of a bad teacher's output, each 0 to 1.</summary>
public sealed record TeacherFaults
{
    /// <summary>Share of examples whose answer is wrong.</summary>
    [Range(0.0, 1.0)]
    public double Wrong { get; init; }

    /// <summary>Share of examples that repeat one of the same answer.</summary>
    [Range(0.0, 1.0)]
    public double Duplicate { get; init; }

    /// <summary>Share of answers that are not the JSON that was asked for.</summary>
    [Range(0.0, 1.0)]
    public double Malformed { get; init; }
}
