using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Statistics;
using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>A comparison on the terminal.</summary>
internal static class ComparisonView
{
    public static void Write(IAnsiConsole console, Comparison comparison)
    {
        console.WriteLine($"{comparison.Task}: {comparison.Items:N0} sealed items, {comparison.WeakItems:N0} of them for skills that were weak at the start");
        var groups = Table("agent", "seeds", "examples", "sealed test", "against the first", "weak skills", "against the first");
        foreach (var group in comparison.Groups)
        {
            groups.AddRow(
                group.Name, string.Join(", ", group.Seeds), $"{group.Examples:N0}", ReportMarkdown.Share(group.Mean), Difference(group.Difference),
                group.WeakMean is { } weak ? ReportMarkdown.Share(weak) : "", Difference(group.WeakDifference));
        }

        console.Write(groups);
        var pairs = Table("reference", "run", "only first right", "only second right", "difference", "McNemar p");
        foreach (var pair in comparison.Pairs)
        {
            pairs.AddRow(pair.Reference, pair.Run, $"{pair.OnlyReference}", $"{pair.OnlyRun}", ReportMarkdown.Points(pair.Difference), P(pair.McNemarP));
        }

        console.Write(pairs);
        console.WriteLine("Differences in points with 95 % bootstrap intervals; McNemar's exact test, two-sided.");
        foreach (var group in comparison.Groups.Skip(1))
        {
            console.WriteLine(Verdict(group, comparison.Groups[0]));
        }
    }

    private static Table Table(params string[] names)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in names)
        {
            table.AddColumn(new TableColumn(name).PadLeft(0).PadRight(2));
        }

        return table;
    }

    private static string Difference(Interval? difference) => difference is { } interval ? ReportMarkdown.Points(interval) : "reference";

    private static string P(double p) => p < 0.0001 ? "< 0.0001" : $"{p:0.0000}";

    private static string Verdict(RunGroup group, RunGroup reference) => group.Difference switch
    {
        { Low: > 0 } => $"{group.Name} is better than {reference.Name}.",
        { High: < 0 } => $"{group.Name} is worse than {reference.Name}.",
        _ => $"No difference can be claimed between {group.Name} and {reference.Name}.",
    };
}
