using DataEnvGym.Core.Episodes.Reports;
using ScottPlot;

namespace DataEnvGym.Reporting;

/// <summary>Every skill on the sealed split, from its share before to its share after; the weakest at the start on top.</summary>
internal static class SkillsPlot
{
    public static Plot Draw(EpisodeReport report)
    {
        var plot = new Plot();
        Palette.Style(plot);
        var skills = report.Skills.OrderByDescending(skill => skill.Before).ThenByDescending(skill => skill.Name, StringComparer.Ordinal).ToList();
        for (var row = 0; row < skills.Count; row++)
        {
            var skill = skills[row];
            var line = plot.Add.Line(skill.Before * 100, row, skill.After * 100, row);
            line.Color = skill.After >= skill.Before ? Palette.Blue.WithAlpha(.45) : Palette.Orange.WithAlpha(.6);
            line.LineWidth = 4;
        }

        var rows = Enumerable.Range(0, skills.Count).Select(row => (double)row).ToArray();
        var before = plot.Add.Markers([.. skills.Select(skill => skill.Before * 100)], rows, MarkerShape.FilledCircle, 8, Palette.Grey);
        before.LegendText = "base";
        var after = plot.Add.Markers([.. skills.Select(skill => skill.After * 100)], rows, MarkerShape.FilledCircle, 10, Palette.Blue);
        after.LegendText = "chosen";
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(rows, [.. skills.Select(skill => skill.Weak ? $"{skill.Name} (weak)" : skill.Name)]);
        plot.Axes.SetLimits(-3, 104, -0.8, skills.Count - 0.2);
        plot.Title("sealed test by skill", 14);
        plot.XLabel("right answers, %");
        plot.ShowLegend(Edge.Bottom);
        return plot;
    }
}
