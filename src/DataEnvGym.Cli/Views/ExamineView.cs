using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Cli.Views;

/// <summary>What <c>examine</c> prints.</summary>
internal static class ExamineView
{
    public static string Write(ExamineResult result)
    {
        var without = result.Items - result.Golds;
        var golds = result.Golds == 0 ? "no gold answers in this data, so none was graded"
            : $"{result.GoldsRight:N0} of {result.Golds:N0} gold answers grade as right against themselves{(without == 0 ? "" : $", and {without:N0} items have none")}";
        return $"""
            {result.Task}: {result.Items:N0} items loaded; {golds} ({result.Grader})
            {Write(result.Loaded)}student: {result.Correct:N0} of {result.Examined:N0} right, {ReportMarkdown.Share(result.Accuracy.Value)} ({ReportMarkdown.Share(result.Accuracy.Low)} … {ReportMarkdown.Share(result.Accuracy.High)}), {result.Protocol}
            """;
    }

    private static string Write(LoadedItems loaded)
    {
        var lists = ((string Name, IReadOnlyDictionary<string, int>? Counts)[])[("tests", loaded.Tests), ("origins", loaded.Origins), ("levels", loaded.Levels)];
        var said = lists.Where(list => list.Counts is not null).Select(list => $"{list.Name}: {string.Join(", ", list.Counts!.Select(count => $"{count.Key} ({count.Value:N0})"))}").ToList();
        return said.Count == 0 ? "" : string.Join("; ", said) + "\n";
    }
}

/// <summary>What <c>examine --json</c> prints.</summary>
/// <param name="Task">The task.</param>
/// <param name="Items">Items loaded.</param>
/// <param name="Golds">How many of them have a gold answer.</param>
/// <param name="GoldsRight">How many gold answers grade as right against themselves.</param>
/// <param name="Loaded">Of what kinds the items are.</param>
/// <param name="Examined">Items that the student was asked.</param>
/// <param name="Correct">How many it got right.</param>
/// <param name="Accuracy">Its share with a 95 % interval.</param>
/// <param name="Grader">The grader.</param>
/// <param name="Protocol">How the student was asked.</param>
internal sealed record ExamineResult(
    string Task, int Items, int Golds, int GoldsRight, LoadedItems Loaded, int Examined, int Correct, Interval Accuracy, string Grader, string Protocol);
