using System.Text.Json.Nodes;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Results;

public sealed class GradeTests : IDisposable
{
    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    [Fact]
    public async Task Grade_AsJson_PrintsALineForEachPairInOrder()
    {
        Write("""{"gold": "\\frac{1}{2}", "pred": "So \\boxed{0.5}"}""", """{"gold": "#### 7", "pred": "The answer is 8."}""", """{"gold": "$x<3$", "pred": ""}""");
        var result = (await workplace.RunAsync("grade", "--grader", "math", "--pairs", "pairs.jsonl", "--json")).ShouldBe(0);
        var lines = result.Out.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        lines.Select(line => line["equal"]!.GetValue<bool>()).ShouldBe([true, false, false]);
        lines.Select(line => (string?)line["gold_answer"]).ShouldBe(["\\frac{1}{2}", "7", "x<3"]);
        lines.Select(line => (string?)line["pred_answer"]).ShouldBe(["0.5", "8", null]);
        lines.Select(line => ((string?)line["reason"])!.Split(':')[0]).ShouldBe(["rational", "rational", "no-answer"]);
    }

    [Fact]
    public async Task Grade_Summary_CountsByRule()
    {
        Write("""{"gold": "#### 5", "pred": "#### 5"}""", """{"gold": "#### 5", "pred": "5"}""");
        var result = (await workplace.RunAsync("grade", "--grader", "gsm8k", "--pairs", "pairs.jsonl")).ShouldBe(0);
        result.Out.ShouldContain("final-answer/1: 1 of 2 pairs are equal");
        result.Out.ShouldContain("no-answer");
        result.ShouldBeFitToRead();
    }

    [Fact]
    public async Task Grade_BadLine_SaysWhichAndEndsWithTwo()
    {
        Write("""{"gold": "5", "pred": "5"}""", """{"gold": "5"}""");
        var result = (await workplace.RunAsync("grade", "--grader", "math", "--pairs", "pairs.jsonl", "--json")).ShouldBe(2);
        result.Message.ShouldStartWith("error: pairs.jsonl, line 2, has no text in \"pred\"; a right line looks like");
        result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        result.ShouldBeFitToRead();
    }

    [Fact]
    public async Task Grade_UnknownGrader_NamesThoseThatThereAre()
    {
        var result = (await workplace.RunAsync("grade", "--grader", "maths", "--pairs", "pairs.jsonl")).ShouldBe(2);
        result.Error.ShouldContain("math");
        result.ShouldBeFitToRead();
    }

    private void Write(params string[] lines) => File.WriteAllLines(workplace.PathOf("pairs.jsonl"), lines);
}
