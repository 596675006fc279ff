using System.Text.Json.Serialization;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Curricula;

/// <summary>What came of a run: the document <c>curricula/{id}/history/{number}.json</c>. Written once; what is written first counts.</summary>
/// <param name="Number">The run's number; 1-based.</param>
/// <param name="Run">The run's id.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended, or was found dead.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record CurriculumOutcome(int Number, string Run, DateTimeOffset StartedAt, DateTimeOffset EndedAt, CurriculumVerdict Verdict, string Reason)
{
    /// <summary>Confidence of the intervals below, 0.5..0.999; none if nothing was compared.</summary>
    public double? Confidence { get; init; }

    /// <summary>Champion against challenger on the select split; none if nothing was compared.</summary>
    public BeforeAfter? Select { get; init; }

    /// <summary>Champion against challenger on each guard, in the order of the spec.</summary>
    public IReadOnlyList<GuardResult> Guards { get; init; } = [];

    /// <summary>The best checkpoint of the run, among its artefacts; the run's base if no iteration was better.</summary>
    public CheckpointRef? Challenger { get; init; }

    /// <summary>SHA-256 of the weights that the run started from.</summary>
    public string? ParentChampion { get; init; }
}

/// <summary>What came of a run of a curriculum.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CurriculumVerdict>))]
public enum CurriculumVerdict
{
    /// <summary>Its student is the new champion.</summary>
    [JsonStringEnumMemberName("promoted")]
    Promoted,

    /// <summary>The champion stays.</summary>
    [JsonStringEnumMemberName("rolled-back")]
    RolledBack,

    /// <summary>It did not come to an end; the champion stays.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>How a guard came out.</summary>
/// <param name="Task">The guard's task.</param>
/// <param name="Margin">The most that might be lost, as a share.</param>
/// <param name="Exam">Champion against challenger.</param>
/// <param name="Held">Whether the interval of the difference stays above minus the margin.</param>
public sealed record GuardResult(string Task, double Margin, BeforeAfter Exam, bool Held);
