using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Teachers;
using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>What teachers cost, as tables.</summary>
internal static class SpendView
{
    public static void WriteRows(IAnsiConsole console, string what, IReadOnlyList<ReportSpendRow> rows, IReadOnlyList<CallRecord> calls, Func<CallRecord, string> key)
    {
        var latencies = calls.ToLookup(key, call => call.LatencyMilliseconds);
        var table = Table([(what, false), ("calls", true), ("read", true), ("cached", true), ("written", true), ("dollars", true), ("s per call", true)]);
        foreach (var (name, spend) in rows)
        {
            Add(table, name, spend, latencies[name].Average());
        }

        Add(table, "together", ReportSpend.Of(calls.Aggregate(default(Spend), (sum, call) => sum + call.Spend)), calls.Average(call => call.LatencyMilliseconds));
        console.Write(table);
    }

    public static void WriteCalls(IAnsiConsole console, IReadOnlyList<CallRecord> calls)
    {
        var table = Table([("call", false), ("role", false), ("it.", true), ("order", false), ("read", true), ("written", true), ("dollars", true), ("s", true), ("end", false)]);
        foreach (var call in calls)
        {
            Row(
                table, call.Request, Words.Of(call.Role), $"{call.Iteration}", call.Order ?? "", $"{call.InputTokens:N0}", $"{call.OutputTokens:N0}", $"{call.Money:0.0000}",
                Seconds(call.LatencyMilliseconds), Words.Of(call.End));
        }

        console.Write(table);
    }

    private static Table Table(IEnumerable<(string Name, bool Right)> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (name, right) in columns)
        {
            table.AddColumn(new TableColumn(name).NoWrap().PadLeft(0).PadRight(2).Alignment(right ? Justify.Right : Justify.Left));
        }

        return table;
    }

    private static void Add(Table table, string name, ReportSpend spend, double? latency) => Row(
        table, name, $"{spend.Calls:N0}", $"{spend.InputTokens:N0}", $"{spend.CachedTokens:N0}", $"{spend.OutputTokens:N0}", $"{spend.Money:0.0000}", Seconds(latency));

    private static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell))]);

    private static string Seconds(double? milliseconds) => milliseconds is { } value ? $"{value / 1000:0.0}" : "-";
}
