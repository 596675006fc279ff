using DataEnvGym.Core.Episodes.Reports;
using ScottPlot;

namespace DataEnvGym.Reporting;

/// <summary>Share of right answers against the examples trained on, with the sealed test at its two ends.</summary>
internal static class CurvePlot
{
    public static Plot Draw(EpisodeReport report)
    {
        var plot = new Plot();
        Palette.Style(plot);
        var xs = report.Iterations.Select(point => (double)point.TotalExamples).ToArray();
        AddLine(plot, xs, [.. report.Iterations.Select(point => point.Probe * 100)], Palette.Grey, "probe (seen by the agent)", 1.5f);
        AddLine(plot, xs, [.. report.Iterations.Select(point => point.Select * 100)], Palette.Blue, "select (95 % interval)", 2.5f);
        foreach (var point in report.Iterations)
        {
            var bar = plot.Add.Line(point.TotalExamples, point.SelectLow * 100, point.TotalExamples, point.SelectHigh * 100);
            bar.Color = Palette.Blue;
            bar.LineWidth = 1.5f;
        }

        var best = report.Iterations[report.BestIteration];
        var test = plot.Add.Markers(
            new[] { xs[0], best.TotalExamples }, new[] { report.Test.Before * 100, report.Test.After * 100 }, MarkerShape.FilledDiamond, 11, Palette.Orange);
        test.LegendText = "sealed test, base and chosen";
        plot.Title($"{report.Episode}  ·  {report.Environment}, {report.Agent}", 14);
        plot.XLabel("training examples");
        plot.YLabel("right answers, %");
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericFixedInterval(10);
        plot.Axes.SetLimitsY(0, 102);
        plot.Axes.SetLimitsX(-0.04 * Math.Max(1, xs[^1]), 1.06 * Math.Max(1, xs[^1]));
        plot.ShowLegend(Alignment.LowerRight);
        return plot;
    }

    private static void AddLine(Plot plot, double[] xs, double[] ys, Color color, string name, float width)
    {
        var line = plot.Add.Scatter(xs, ys, color);
        line.LineWidth = width;
        line.MarkerSize = 3 * width;
        line.LegendText = name;
    }
}
