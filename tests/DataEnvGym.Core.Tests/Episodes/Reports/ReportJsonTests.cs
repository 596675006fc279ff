using System.Text.Json.Nodes;
using DataEnvGym.Core.Episodes.Activities;

namespace DataEnvGym.Core.Tests.Episodes.Reports;

public sealed class ReportJsonTests
{
    private static readonly JsonObject Json = Write();

    // Scripts read these names: one that is missing or called something else breaks them.
    [Fact]
    public void WriteJson_Report_HasTheDocumentedFields() => Names(Json).ShouldBe(
        [
            "version", "episode", "task", "environment", "agent", "seed", "student", "stopped", "iterations", "bestIteration", "select", "test", "weak", "skills",
            "examples", "spend", "spendBy", "prices", "seconds", "checkpoint", "grader", "protocol",
        ],
        ignoreOrder: true);

    [Theory]
    [InlineData("select")]
    [InlineData("test")]
    [InlineData("weak")]
    public void WriteJson_BeforeAndAfter_HasTheDocumentedFields(string split)
    {
        Names(Json[split]).ShouldBe(["before", "after", "n", "difference"], ignoreOrder: true);
        Names(Json[split]!["difference"]).ShouldBe(["value", "low", "high"], ignoreOrder: true);
    }

    [Fact]
    public void WriteJson_Parts_HaveTheDocumentedFields()
    {
        Names(Json["iterations"]![0]).ShouldBe(
            ["number", "probe", "select", "selectLow", "selectHigh", "ordered", "examples", "dropped", "totalExamples", "malformed"], ignoreOrder: true);
        Names(Json["skills"]![0]).ShouldBe(["name", "weak", "n", "before", "after", "difference"], ignoreOrder: true);
        Names(Json["skills"]![0]!["difference"]).ShouldBe(["value", "low", "high"], ignoreOrder: true);
        Names(Json["spend"]).ShouldBe(["calls", "inputTokens", "outputTokens", "tokens", "money", "cachedTokens"], ignoreOrder: true);
        Names(Json["spendBy"]).ShouldBe(["role", "agent", "iteration", "skill"], ignoreOrder: true);
        Names(Json["spendBy"]!["skill"]![0]).ShouldBe(["name", "spend"], ignoreOrder: true);
        Names(Json["spendBy"]!["role"]![0]!["spend"]).ShouldBe(["calls", "inputTokens", "outputTokens", "tokens", "money", "cachedTokens"], ignoreOrder: true);
        Names(Json["seconds"]).ShouldBe(["prepare", "plan", "generate", "train", "examine"], ignoreOrder: true);
        Names(Json["checkpoint"]).ShouldBe(["name", "sha256"], ignoreOrder: true);
    }

    [Fact]
    public void WriteJson_Values_AreThoseOfTheReport()
    {
        Json["stopped"]!.GetValue<string>().ShouldBe("iterations");
        Json["test"]!["after"]!.GetValue<double>().ShouldBe(Reporting.Report.Test.After);
        Json["test"]!["difference"]!["low"]!.GetValue<double>().ShouldBe(Reporting.Report.Test.Difference.Low);
        Json["iterations"]![1]!["dropped"]!["duplicate"]!.GetValue<int>().ShouldBe(2);
    }

    private static List<string> Names(JsonNode? node) => [.. node!.AsObject().Select(pair => pair.Key)];

    private static JsonObject Write()
    {
        using var stream = new MemoryStream();
        ReportActivity.WriteJson(Reporting.Report, stream);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }
}
