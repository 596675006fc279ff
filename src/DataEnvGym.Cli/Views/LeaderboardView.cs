using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Experiments;

namespace DataEnvGym.Cli.Views;

/// <summary>A leaderboard on the terminal.</summary>
internal static class LeaderboardView
{
    public static void Write(Leaderboard board, string folder)
    {
        Console.WriteLine($"{board.Task}: {board.Items:N0} sealed items, {board.WeakItems:N0} of them for skills that were weak at the start; {board.Seeds.Count} seeds; before any teaching {ReportMarkdown.Share(board.Before)}");
        PlainTable.Write(
            ["arm", "#sealed test", $"#against {board.Reference}", "#corrected p", "#weak skills", "#examples"],
            board.Arms.Select(arm => new[]
            {
                arm.IsBaseline ? $"{arm.Name} (baseline)" : arm.Name,
                ReportMarkdown.Share(arm.Test.Value),
                arm.Difference is { } difference ? ReportMarkdown.Points(difference.Interval).Replace(" points", "", StringComparison.Ordinal) : "reference",
                arm.Difference is { } tested ? LeaderboardVerdicts.P(tested.HolmP) : "",
                arm.Weak is { } weak ? ReportMarkdown.Share(weak) : "",
                $"{arm.Examples:N0}",
            }));
        Console.WriteLine("Differences in points with 95 % bootstrap intervals over seeds and items; p corrected for all comparisons (Holm).");
        foreach (var arm in board.Arms)
        {
            Console.WriteLine($"{arm.Name}: {arm.Verdict}");
        }

        foreach (var note in board.Notes)
        {
            Console.WriteLine($"note: {note}");
        }

        Console.WriteLine(board.Lead.Verdict);
        Console.WriteLine($"files: {folder}: leaderboard.md, leaderboard.json, leaderboard.png, and a folder for each run");
    }
}
