using System.Globalization;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes.Reports;

namespace DataEnvGym.Cli.Views;

/// <summary>Curricula and what came of their runs, in words.</summary>
internal static class CurriculumView
{
    /// <summary>What came of a run, in one line.</summary>
    public static string Describe(CurriculumOutcome outcome) => $"{Word(outcome.Verdict)}. {outcome.Reason}";

    /// <summary>What came of a run, with every comparison.</summary>
    public static IEnumerable<string> Lines(CurriculumOutcome outcome)
    {
        yield return $"{outcome.Run}: {Describe(outcome)}";
        if (outcome.Select is { } select)
        {
            yield return $"  select                {Compare(select)}";
        }

        foreach (var guard in outcome.Guards)
        {
            yield return $"  guard {guard.Task,-15} {Compare(guard.Exam)}, margin {(guard.Margin * 100).ToString("0.0##", CultureInfo.InvariantCulture)}: {(guard.Held ? "held" : "not held")}";
        }
    }

    /// <summary>The word for what came of a run.</summary>
    public static string Word(CurriculumVerdict verdict) => verdict == CurriculumVerdict.RolledBack ? "rolled back" : verdict.ToString().ToLowerInvariant();

    /// <summary>A time, to the second, in UTC.</summary>
    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "never";

    private static string Compare(BeforeAfter exam) =>
        $"{ReportMarkdown.Share(exam.Before)} → {ReportMarkdown.Share(exam.After)} on {exam.N:N0} items, {CurriculumGate.Points(exam.Difference)} points";
}
