using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curricula;

/// <summary>A standing curriculum: an episode that is run again and again, each time from the best student so far.</summary>
public sealed record CurriculumSpec
{
    /// <summary>The JSON Schema of this document, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The curriculum's name; its runs are called after it, with a number.</summary>
    [RegularExpression(CurriculumId.Form)]
    public string Id { get; init; } = "";

    /// <summary>What each run teaches. Its seed is where the seeds of the runs come from: each run has another one.</summary>
    public EpisodeSpec Episode { get; init; } = new();

    /// <summary>When runs start, in UTC: NCRONTAB, six fields for second, minute, hour, day, month and day of the week, such as <c>0 0 2 * * *</c> for each night at two.</summary>
    public string Schedule { get; init; } = "0 0 2 * * *";

    /// <summary>What a run must show before its student takes the champion's place.</summary>
    public GateSpec Gate { get; init; } = new();

    /// <summary>Whether the schedule starts runs. A run that is asked for by hand starts anyway.</summary>
    public bool Enabled { get; init; } = true;
}

/// <summary>What a run must show: significantly better on the select split, and worse on no guard by more than its margin.</summary>
public sealed record GateSpec
{
    /// <summary>Confidence of the two-sided intervals that decide.</summary>
    [Range(0.5, 0.999)]
    public double Confidence { get; init; } = 0.95;

    /// <summary>Tasks that the student must not get worse at; at most 20.</summary>
    public IReadOnlyList<GuardSpec> Guards { get; init; } = [];
}

/// <summary>A task that the student must not get worse at.</summary>
public sealed record GuardSpec
{
    /// <summary>The task; its select split is used.</summary>
    public TaskSpec Task { get; init; } = new();

    /// <summary>The most that may be lost, as a share: the interval of the difference may not reach below minus this.</summary>
    [Range(0.0, 1.0)]
    public double Margin { get; init; } = 0.02;
}
