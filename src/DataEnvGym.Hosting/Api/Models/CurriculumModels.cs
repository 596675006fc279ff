using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes.Reports;

namespace DataEnvGym.Hosting.Api.Models;

/// <summary>All curricula.</summary>
/// <param name="Items">By id.</param>
public sealed record CurriculumList(IReadOnlyList<CurriculumDetail> Items);

/// <summary>A curriculum.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Next">When the schedule comes next; none if it is disabled.</param>
/// <param name="Running">The run that is going, if one is.</param>
/// <param name="Champion">The run that made the best student so far; none for the student's own base.</param>
/// <param name="Refused">The last ticks that came while a run was going.</param>
/// <param name="Spec">What it does.</param>
/// <param name="Href">Where to see it.</param>
public sealed record CurriculumDetail(
    string Id, DateTimeOffset? Next, string? Running, string? Champion, IReadOnlyList<DateTimeOffset> Refused, CurriculumSpec Spec, string Href);

/// <summary>What came of the runs of a curriculum.</summary>
/// <param name="Items">The newest first.</param>
public sealed record CurriculumHistory(IReadOnlyList<CurriculumEntry> Items);

/// <summary>What came of a run.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended, or was found dead.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">Confidence of the intervals; none if nothing was compared.</param>
/// <param name="Select">Champion against challenger on <c>select</c>; none if nothing was compared.</param>
/// <param name="Guards">The same on each guard.</param>
/// <param name="Challenger">SHA-256 of the run's best checkpoint; none if it failed before there was one.</param>
/// <param name="ParentChampion">SHA-256 of the checkpoint that it started from; none if it failed before.</param>
/// <param name="Href">Where to see the run.</param>
public sealed record CurriculumEntry(
    string Run, DateTimeOffset StartedAt, DateTimeOffset EndedAt, CurriculumVerdict Verdict, string Reason, double? Confidence, ComparedExam? Select,
    IReadOnlyList<GuardEntry> Guards, string? Challenger, string? ParentChampion, string Href);

/// <summary>Champion against challenger on the same items.</summary>
/// <param name="Before">The champion's share right, 0..1.</param>
/// <param name="After">The challenger's.</param>
/// <param name="N">Number of items.</param>
/// <param name="Difference">After − before.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="High">Upper end of its interval.</param>
public sealed record ComparedExam(double Before, double After, int N, double Difference, double Low, double High)
{
    internal static ComparedExam Of(BeforeAfter exam) => new(exam.Before, exam.After, exam.N, exam.Difference.Value, exam.Difference.Low, exam.Difference.High);
}

/// <summary>How a guard came out.</summary>
/// <param name="Task">Its task.</param>
/// <param name="Margin">The most that might be lost, as a share.</param>
/// <param name="Exam">Champion against challenger.</param>
/// <param name="Held">Whether it held.</param>
public sealed record GuardEntry(string Task, double Margin, ComparedExam Exam, bool Held);
