using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Local.Runs;
using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>A finished episode on the terminal.</summary>
internal static class ReportView
{
    public static void Write(IAnsiConsole console, EpisodeReport report, RunFolder folder)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(folder.Name)}[/]  {report.Task}, {report.Environment}, {report.Agent}, seed {report.Seed}");
        console.WriteLine($"{report.Iterations.Count - 1} iterations; ended {Reason(report.Stopped)}");
        console.WriteLine();
        if (report.Skills.Count > 0)
        {
            console.Write(Skills(report));
        }

        console.MarkupLine($"[bold]{Markup.Escape(ReportMarkdown.Verdict(report))}[/]");
        console.WriteLine();
        var facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        facts.AddRow("sealed test", $"{Pair(report.Test)}, {report.Test.N:N0} items, read once");
        if (report.Weak is { } weak)
        {
            facts.AddRow("weak skills", $"{Pair(weak)}, {weak.N:N0} items");
        }

        facts.AddRow("select", $"{Pair(report.Select)}, {report.Select.N:N0} items (chose iteration {report.BestIteration})");
        facts.AddRow("cost", $"{report.Examples:N0} examples, {report.Spend.Tokens:N0} tokens in {report.Spend.Calls:N0} calls, ${report.Spend.Money:0.00}");
        facts.AddRow("time", $"{report.Seconds.Total():0} s: train {report.Seconds.Train:0}, examine {report.Seconds.Examine:0}, generate {report.Seconds.Generate:0}, plan {report.Seconds.Plan:0}, prepare {report.Seconds.Prepare:0}");
        facts.AddRow("files", Markup.Escape($"{folder.FullPath}: report.md, report.json, curve.png"));
        facts.AddRow("student", Markup.Escape(Path.Combine(folder.Artifacts, report.Checkpoint.Name)));
        console.Write(facts);
        console.WriteLine();
        console.MarkupLine($"[grey]what it was taught:   [/]{Markup.Escape(UserCommand.Of("examples", folder))}");
        console.MarkupLine("[grey]luck or skill:        [/]dataenvgym run … --set seed=2, then dataenvgym compare …");
    }

    private static Table Skills(EpisodeReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("skill", "", "items", "before", "after", "points (95 %)");
        foreach (var (i, column) in table.Columns.Index())
        {
            column.NoWrap().PadLeft(0).PadRight(i == table.Columns.Count - 1 ? 0 : 2).Alignment(i < 2 ? Justify.Left : Justify.Right);
        }

        foreach (var skill in report.Skills.OrderBy(skill => skill.Before).ThenBy(skill => skill.Name, StringComparer.Ordinal))
        {
            var color = skill.Difference.Low > 0 ? "green" : skill.Difference.High < 0 ? "red" : "default";
            table.AddRow(
                skill.Name, skill.Weak ? "weak" : "", $"{skill.N}", ReportMarkdown.Share(skill.Before), ReportMarkdown.Share(skill.After),
                $"[{color}]{ReportMarkdown.Points(skill.Difference).Replace(" points", "", StringComparison.Ordinal)}[/]");
        }

        return table;
    }

    private static string Reason(StopReason reason) => reason switch
    {
        StopReason.User => "because it was asked to stop",
        StopReason.Plateau => "because learning stalled",
        StopReason.Rejected => "because a person rejected the examples",
        StopReason.NoExamples => "because an iteration brought no usable example",
        _ => $"at the limit of {Words.Of(reason)}",
    };

    private static string Pair(BeforeAfter pair) =>
        $"{ReportMarkdown.Share(pair.Before)} → {ReportMarkdown.Share(pair.After)}, {ReportMarkdown.Points(pair.Difference)}";
}
