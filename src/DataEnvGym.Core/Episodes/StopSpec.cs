using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Episodes;

/// <summary>Limits of an episode. Each is optional; the first one reached ends the loop.</summary>
public sealed record StopSpec
{
    /// <summary>Turns of the loop.</summary>
    [Range(0, 10_000)]
    public int? Iterations { get; init; }

    /// <summary>Training examples in all iterations together.</summary>
    [Range(1, 100_000_000)]
    public int? Examples { get; init; }

    /// <summary>Teacher tokens, read and written. A call that might pass it is not made.</summary>
    [Range(1, 1e15)]
    public long? Tokens { get; init; }

    /// <summary>US dollars spent on the teacher. A call that might pass it is not made.</summary>
    [Range(0.0, 1_000_000.0)]
    public decimal? Money { get; init; }

    /// <summary>Seconds of training. A training that reaches it ends early.</summary>
    [Range(0.0, 100_000_000.0)]
    public double? TrainingSeconds { get; init; }

    /// <summary>Time since the start, as <c>hh:mm:ss</c>, or <c>d.hh:mm:ss</c> from a day on. Checked between iterations.</summary>
    public TimeSpan? WallClock { get; init; }

    /// <summary>Ends the loop when it no longer helps.</summary>
    public PlateauSpec? Plateau { get; init; }

    /// <summary>Whether any limit is set.</summary>
    [JsonIgnore]
    public bool HasLimit =>
        Iterations.HasValue || Examples.HasValue || Tokens.HasValue || Money.HasValue || TrainingSeconds.HasValue || WallClock.HasValue || Plateau is not null;
}

/// <summary>When learning counts as having stalled.</summary>
/// <param name="Iterations">The loop ends when the best of the last so many iterations is not significantly better on <c>select</c> than the best before them.</param>
public sealed record PlateauSpec([property: Range(1, 1000)] int Iterations = 2);
