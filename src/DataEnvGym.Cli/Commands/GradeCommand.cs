using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Domains.Mathematics.Grading;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>grade</c>: judges pairs of a gold text and a response.</summary>
internal static class GradeCommand
{
    public static Command Create()
    {
        var grader = new Option<string>("--grader") { Description = $"Which grader judges: {string.Join(", ", GraderCatalog.Names)}.", HelpName = "name", Required = true };
        grader.AcceptOnlyFromAmong([.. GraderCatalog.Names]);
        var pairs = new Option<string>("--pairs") { Description = "File with a line {\"gold\": \"…\", \"pred\": \"…\"} for each pair, full texts; JSON Lines.", HelpName = "file", Required = true };
        var json = new Option<bool>("--json") { Description = "Print a line {equal, gold_answer, pred_answer, reason} for each pair, in their order, and nothing else." };
        var command = new Command("grade", "Judges pairs of a gold text and a response. Exit code 2 at the first bad line; the lines before it are judged.") { grader, pairs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var judge = GraderCatalog.Find(parsed.GetRequiredValue(grader))!;
            var results = PairFile.GradeAsync(parsed.GetRequiredValue(pairs), judge, cancellationToken);
            await (parsed.GetValue(json) ? WriteLinesAsync(results) : WriteSummaryAsync(results, judge));
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WriteLinesAsync(IAsyncEnumerable<AnswerComparison> results)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 65_536) { NewLine = "\n" };
        await foreach (var result in results)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new GradedPair(result.Equal, result.GoldAnswer, result.PredAnswer, result.Reason), GradeJson.Lines.GradedPair));
        }
    }

    private static async Task WriteSummaryAsync(IAsyncEnumerable<AnswerComparison> results, PairGrader judge)
    {
        var rules = new SortedDictionary<string, (int Equal, int Unequal)>(StringComparer.Ordinal);
        await foreach (var result in results)
        {
            var rule = result.Reason.Split(':')[0];
            var (equal, unequal) = rules.GetValueOrDefault(rule);
            rules[rule] = result.Equal ? (equal + 1, unequal) : (equal, unequal + 1);
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("rule", "equal", "unequal");
        foreach (var (rule, (equal, unequal)) in rules)
        {
            table.AddRow(rule, $"{equal:N0}", $"{unequal:N0}");
        }

        var (right, all) = (rules.Values.Sum(counts => counts.Equal), rules.Values.Sum(counts => counts.Equal + counts.Unequal));
        AnsiConsole.Write(table);
        Console.WriteLine($"{judge.Version}: {right:N0} of {all:N0} pairs are equal");
    }
}

/// <summary>What <c>grade --json</c> prints for a pair.</summary>
internal sealed record GradedPair(bool Equal, string? GoldAnswer, string? PredAnswer, string Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GradedPair))]
internal sealed partial class GradeJson : JsonSerializerContext
{
    private static readonly Lazy<GradeJson> LazyLines = new(() => new GradeJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static GradeJson Lines => LazyLines.Value;
}
