using System.Globalization;
using System.Text;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Experiments;

/// <summary>Writes a leaderboard for people.</summary>
public static class LeaderboardMarkdown
{
    /// <summary>The leaderboard as Markdown.</summary>
    public static string Write(Leaderboard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # {board.Experiment}

            {board.Task}: {board.Items:N0} sealed items, {board.WeakItems:N0} of them for skills that were weak at the start; seeds {string.Join(", ", board.Seeds)}; every arm with {board.Budget}. Before any teaching {ReportMarkdown.Share(board.Before)}{(board.WeakBefore is { } weak ? $", weak skills {ReportMarkdown.Share(weak)}" : "")}.

            {board.Lead.Verdict}

            ![leaderboard](leaderboard.png)

            | arm | sealed test (95 %) | against {board.Reference} | p | corrected p | weak skills | against {board.Reference} | area | regret | examples | tokens | $ | s |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var arm in board.Arms)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {NameOf(arm)} | {Shares(arm.Test)} | {Points(arm.Difference?.Interval, arm)} | {P(arm.Difference?.P)} | {P(arm.Difference?.HolmP)} | {Share(arm.Weak)} | {Points(arm.WeakDifference, null)} | {arm.Area * 100:0.0} | {(arm.Regret is { } regret ? $"{regret * 100:0.0}" : "")} | {arm.Examples:N0} | {arm.Tokens:N0} | {arm.Money:0.00} | {arm.Seconds:0} |");
        }

        text.AppendLine().AppendLine("## What may be claimed").AppendLine();
        foreach (var arm in board.Arms)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- **{arm.Name}** ({arm.Agent}): {arm.Verdict}");
        }

        foreach (var note in board.Notes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- Note: {note}");
        }

        text.AppendLine().AppendLine("## How to read it").AppendLine();
        text.AppendLine(Reading);
        return text.ToString();
    }

    private const string Reading =
        """
        - Figures are means over seeds. Intervals are 95 % percentile bootstrap intervals that resample seeds and items together; runs of the same seed are paired. Differences are in percentage points.
        - p is two-sided and from the same resampling as the interval; the corrected one is Holm's, over all comparisons with the reference. A difference is claimed only where the interval leaves out 0 and the corrected p is below 0.05.
        - The differences on weak skills have intervals but are not tested: they describe.
        - Area is the mean height of the learning curve on the select split, in percent, over the examples: of two arms that end alike, the one that rose earlier has more. Regret is what the best choice of skills in hindsight would have brought more, in points of the probe split; only with skills.
        - Examples, teacher tokens, US dollars and seconds are per run.
        """;

    private static string NameOf(ArmStanding arm) => arm.IsBaseline ? $"{arm.Name} (baseline)" : arm.Name;

    private static string Shares(Interval interval) => $"{ReportMarkdown.Share(interval.Value)} ({interval.Low * 100:0.0} … {interval.High * 100:0.0})";

    private static string Points(Interval? difference, ArmStanding? arm)
    {
        if (difference is not { } interval)
        {
            return arm is null ? "" : "reference";
        }

        var points = ReportMarkdown.Points(interval).Replace(" points", "", StringComparison.Ordinal);
        return arm?.Difference is { } tested && LeaderboardVerdicts.IsClaimed(tested) ? $"**{points}**" : points;
    }

    private static string P(double? p) => p is { } value ? LeaderboardVerdicts.P(value) : "";

    private static string Share(double? share) => share is { } value ? ReportMarkdown.Share(value) : "";
}
