using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Statistics;
using ScottPlot;

namespace DataEnvGym.Reporting;

/// <summary>One row for each arm, the highest mean on top: a dot with its interval.</summary>
internal static class ArmsPlot
{
    private const float LabelSize = 13;
    private const double SeedsBelow = 0.28;

    public static Plot Means(Leaderboard board)
    {
        var plot = Empty(board, named: true);
        foreach (var (arm, row) in Rows(board))
        {
            foreach (var score in arm.Scores)
            {
                plot.Add.Marker(score * 100, row - SeedsBelow, MarkerShape.OpenCircle, 5, ColorOf(arm, board));
            }

            Add(plot, arm.Test, row, ColorOf(arm, board), isFilled: true);
        }

        // The scale begins where it matters: a difference of a few points is nothing on a scale from 0 to 100.
        var (low, high) = (board.Arms.Min(arm => Math.Min(arm.Test.Low, arm.Scores.Min())) * 100, board.Arms.Max(arm => Math.Max(arm.Test.High, arm.Scores.Max())) * 100);
        var margin = Math.Max(1, (high - low) * 0.06);
        plot.Axes.SetLimitsX(low - margin, high + margin);
        plot.Title($"{board.Experiment}: sealed test, {board.Seeds.Count} seeds (before: {board.Before * 100:0.0} %)", 14);
        plot.XLabel("right answers, %; mean with 95 % interval, small circles: single seeds", LabelSize);
        return plot;
    }

    public static Plot Differences(Leaderboard board)
    {
        var plot = Empty(board, named: false);
        var zero = plot.Add.VerticalLine(0, 1.5f, Palette.Grey);
        zero.LinePattern = LinePattern.Dashed;
        foreach (var (arm, row) in Rows(board))
        {
            if (arm.Difference is { } difference)
            {
                Add(plot, difference.Interval, row, ColorOf(arm, board), LeaderboardVerdicts.IsClaimed(difference));
            }
        }

        var others = board.Arms.Select(arm => arm.Difference?.Interval).OfType<Interval>().ToList();
        var (low, high) = (Math.Min(0, others.Min(interval => interval.Low)) * 100, Math.Max(0, others.Max(interval => interval.High)) * 100);
        var margin = Math.Max(0.5, (high - low) * 0.08);
        plot.Axes.SetLimitsX(low - margin, high + margin);
        plot.Title($"difference to {board.Reference}", 14);
        plot.XLabel("points; filled: claimed at 0.05 after Holm's correction", LabelSize);
        return plot;
    }

    private static Plot Empty(Leaderboard board, bool named)
    {
        var plot = new Plot();
        Palette.Style(plot);
        var rows = Rows(board).ToList();
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. rows.Select(row => row.Row)], [.. rows.Select(row => named ? NameOf(row.Arm, board) : "")]);
        plot.Axes.SetLimitsY(-0.7, board.Arms.Count - 0.3);
        return plot;
    }

    private static void Add(Plot plot, Interval interval, double row, Color color, bool isFilled)
    {
        var line = plot.Add.Line(interval.Low * 100, row, interval.High * 100, row);
        line.Color = color;
        line.LineWidth = 2.5f;
        plot.Add.Marker(interval.Value * 100, row, MarkerShape.FilledCircle, 11, isFilled ? color : Colors.White);
        plot.Add.Marker(interval.Value * 100, row, MarkerShape.OpenCircle, 11, color).MarkerStyle.LineWidth = 2;
    }

    private static IEnumerable<(ArmStanding Arm, double Row)> Rows(Leaderboard board) => board.Arms.Index().Select(arm => (arm.Item, (double)(board.Arms.Count - 1 - arm.Index)));

    private static string NameOf(ArmStanding arm, Leaderboard board) =>
        arm.Name == board.Reference ? $"{arm.Name} (reference)" : arm.IsBaseline ? $"{arm.Name} (baseline)" : arm.Name;

    private static Color ColorOf(ArmStanding arm, Leaderboard board) =>
        arm.Name == board.Reference ? Palette.Orange : arm.IsBaseline ? Palette.Grey : Palette.Blue;
}
