using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Teachers.Estimates;
using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>An estimate on the terminal.</summary>
internal static class EstimateView
{
    public static void Write(IAnsiConsole console, EpisodeEstimate estimate)
    {
        if (estimate.Roles.Count == 0)
        {
            console.WriteLine("free: no teacher is asked.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var (name, right) in new[] { ("role", false), ("teacher", false), ("", false), ("calls", true), ("read", true), ("written", true), ("dollars", true) })
        {
            table.AddColumn(new TableColumn(name).NoWrap().PadLeft(0).PadRight(2).Alignment(right ? Justify.Right : Justify.Left));
        }

        foreach (var role in estimate.Roles)
        {
            Add(table, Words.Of(role.Role), role.Teacher, "likely", role.Expected, role.IsFree);
            Add(table, "", "", "at most", role.Worst, role.IsFree);
        }

        var isFree = estimate.Roles.All(role => role.IsFree);
        Add(table, "together", "within limits", "likely", estimate.Expected, isFree);
        Add(table, "", "", "at most", estimate.Worst, isFree);
        console.Write(table);
        console.WriteLine(estimate is { Iterations: { } iterations, Examples: { } examples }
            ? $"{iterations:N0} iterations, {examples:N0} examples, about {TimeSpan.FromSeconds(Math.Ceiling(estimate.TeacherSeconds)):h\\:mm\\:ss} of waiting for teachers."
            : "Neither iterations nor examples are limited: the run goes on until another limit ends it.");
        foreach (var cap in estimate.Caps)
        {
            console.WriteLine($"{cap.Field} {cap.Limit}: {Describe(cap)}");
        }
    }

    private static string Describe(CapEstimate cap) => cap switch
    {
        { ExpectedIteration: { } number } => $"will probably end the run in iteration {number}.",
        { WorstIteration: { } number } => $"will probably not be reached; at worst in iteration {number}.",
        _ => "cannot be reached.",
    };

    private static void Add(Table table, string role, string teacher, string which, ReportSpend spend, bool isFree) => table.AddRow(
        new Text(role), new Text(teacher), new Text(which), new Text($"{spend.Calls:N0}"), new Text($"{spend.InputTokens:N0}"), new Text($"{spend.OutputTokens:N0}"),
        new Text(isFree ? "free" : $"{spend.Money:0.00}"));
}
