using System.ComponentModel.DataAnnotations;

namespace DataEnvGym.Core.Policies;

/// <summary>How the budget of an iteration is shared between skills. A parameter that is left out has its default; one of another policy is refused.</summary>
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

    /// <summary>For <c>threshold</c>: skills below this accuracy are taught; 0.8 unless given.</summary>
    [Range(0.0, 1.0)]
    public double? Threshold { get; init; }

    /// <summary>For <c>learnability</c>: the least accuracy of a skill that is taught; 0.25 unless given.</summary>
    [Range(0.0, 1.0)]
    public double? Low { get; init; }

    /// <summary>For <c>learnability</c>: the highest accuracy of a skill that is taught; 0.75 unless given.</summary>
    [Range(0.0, 1.0)]
    public double? High { get; init; }

    /// <summary>For <c>alternating</c>: the policy of iterations 1, 3, 5 and so on; <c>uniform</c> unless given.</summary>
    public PolicyKind? First { get; init; }

    /// <summary>For <c>alternating</c>: the policy of iterations 2, 4, 6 and so on; <c>error-proportional</c> unless given.</summary>
    public PolicyKind? Second { get; init; }

    /// <summary>For <c>fill-balanced</c>: a skill with this many examples is full; 400 unless given.</summary>
    [Range(1, 1_000_000)]
    public int? Target { get; init; }

    /// <summary>For <c>fill-balanced</c>: the most missing examples that a skill counts with in one iteration; no limit unless given.</summary>
    [Range(1, 1_000_000)]
    public int? Cap { get; init; }

    /// <summary>For <c>ucb1</c>: how much being tried little counts against having gained much; 1 unless given.</summary>
    [Range(0.0, 10.0)]
    public double? Exploration { get; init; }

    /// <summary>For <c>ucb1</c> and <c>thompson</c>: with each iteration, what was seen before it counts this many times as much; 0.5 unless given, 1 to forget nothing.</summary>
    [Range(0.0, 1.0)]
    public double? Discount { get; init; }

    /// <summary>For <c>oracle</c>, which needs it: the skills that share the budget.</summary>
    public IReadOnlyList<string>? Skills { get; init; }
}
