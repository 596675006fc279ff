using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes.Reports;
using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>All runs on the terminal, one line each; a narrow one shows less of each rather than breaking words.</summary>
internal static class RunListView
{
    private const int WideFrom = 120;

    public static void Write(IAnsiConsole console, IReadOnlyList<RunSummary> runs)
    {
        var wide = console.Profile.Width >= WideFrom;
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (name, right) in Columns(wide))
        {
            table.AddColumn(new TableColumn(name).NoWrap().PadLeft(0).PadRight(2).Alignment(right ? Justify.Right : Justify.Left));
        }

        foreach (var run in runs)
        {
            table.AddRow([.. Cells(run, wide).Select(cell => new Text(cell))]);
        }

        console.Write(table);
        foreach (var run in runs.Where(run => run.Problem is not null))
        {
            console.WriteLine($"{run.Run} {(run.State == "failed" ? "failed" : "cannot be read")}: {run.Problem}");
        }
    }

    private static IEnumerable<(string Name, bool Right)> Columns(bool wide) => wide
        ? [("run", false), ("state", false), ("agent", false), ("seed", true), ("iteration", true), ("select", true), ("examples", true), ("updated (UTC)", false)]
        : [("run", false), ("state", false), ("seed", true), ("iteration", true), ("select", true), ("updated", false)];

    private static IEnumerable<string> Cells(RunSummary run, bool wide)
    {
        var select = run is { Start: { } start, Now: { } now } ? $"{ReportMarkdown.Share(start)} → {ReportMarkdown.Share(now)}" : "";
        var updated = run.Updated?.UtcDateTime;
        return wide
            ? [run.Run, run.State, run.Agent, $"{run.Seed}", $"{run.Iteration}", select, $"{run.Examples:N0}", $"{updated:yyyy-MM-dd HH:mm}"]
            : [run.Run, run.State, $"{run.Seed}", $"{run.Iteration}", select, $"{updated:MM-dd HH:mm}"];
    }
}
