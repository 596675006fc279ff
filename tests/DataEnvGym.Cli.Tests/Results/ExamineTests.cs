using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Results;

public sealed class ExamineTests(Workplace workplace) : IClassFixture<Workplace>
{
    private const string Right = "{\"question\": \"How many?\", \"answer\": \"One. #### 1\"}";

    [Fact]
    public async Task Examine_MalformedLine_NamesItAndWhatIsRight()
    {
        await File.WriteAllLinesAsync(workplace.PathOf("bad.jsonl"), [Right, Right, "{\"question\": \"How many?\"}"]);
        var message = (await workplace.RunAsync("examine", "--task", "gsm8k", "--data", "bad.jsonl")).ShouldBe(2).Message;
        message.ShouldContain("bad.jsonl, line 3,");
        message.ShouldContain("a right line looks like");
    }

    [Theory]
    [InlineData("gsm", "there is no task gsm. Did you mean \"gsm8k\"?")]
    [InlineData("gsm8k", "needs data")]
    public async Task Examine_TaskThatCannotBeOpened_SaysWhy(string task, string message) =>
        (await workplace.RunAsync("examine", "--task", task)).ShouldBe(2).Message.ShouldContain(message);

    [Fact]
    public async Task Examine_CheckpointThatIsNone_SaysSo() =>
        (await workplace.RunAsync("examine", "--limit", "1", "--checkpoint", "episode.json")).ShouldBe(2).Message.ShouldContain("is not a checkpoint of this student");

    [Fact]
    public async Task Examine_EmptyFile_SaysSo()
    {
        await File.WriteAllTextAsync(workplace.PathOf("empty.jsonl"), "");
        (await workplace.RunAsync("examine", "--task", "gsm8k", "--data", "empty.jsonl")).ShouldBe(2).Message.ShouldContain("empty.jsonl");
    }

    [Fact]
    public async Task Examine_ProceduralMath_GradesAllGoldsAndAsksSoMany()
    {
        var result = (await workplace.RunAsync("examine", "--limit", "24", "--json")).ShouldBe(0).Json;
        result["task"]!.GetValue<string>().ShouldBe("procedural-math");
        result["goldsRight"]!.GetValue<int>().ShouldBe(result["items"]!.GetValue<int>());
        result["examined"]!.GetValue<int>().ShouldBe(24);
        result["correct"]!.GetValue<int>().ShouldBeInRange(1, 23);
        result["accuracy"]!["value"]!.GetValue<double>().ShouldBe(result["correct"]!.GetValue<int>() / 24.0);
    }

    [SkippableFact]
    public async Task Examine_RealGsm8k_EveryGoldAnswerGradesAsRight()
    {
        var data = Repository.Shared("data/gsm8k/test.jsonl");
        Skip.If(data is null, "shared/data/gsm8k/test.jsonl is in no folder above the tests.");
        var result = (await workplace.RunAsync("examine", "--task", "gsm8k", "--data", data, "--limit", "20", "--json")).ShouldBe(0).Json;
        result["items"]!.GetValue<int>().ShouldBe(1319);
        result["goldsRight"]!.GetValue<int>().ShouldBe(1319);
        result["examined"]!.GetValue<int>().ShouldBe(20);
    }
}
