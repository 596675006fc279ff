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

    // LiveCodeBench has tests and no solutions. The student's answers run in the sandbox.
    [SkippableFact]
    public async Task Examine_ProblemsWithoutSolutions_SaysWhatWasLoadedAndThatNothingWasGraded()
    {
        Skip.IfNot(File.Exists("/usr/bin/bwrap"), "bubblewrap is not installed.");
        const string Cases = "[{\\\"input\\\": \\\"2\\\", \\\"output\\\": \\\"4\\\", \\\"testtype\\\": \\\"stdin\\\"}]";
        await File.WriteAllLinesAsync(workplace.PathOf("test.jsonl"), ((IReadOnlyList<(string Difficulty, string Platform)>)[("easy", "atcoder"), ("hard", "leetcode"), ("hard", "leetcode")])
            .Select((kind, i) => $$"""{"question_id": "{{i}}", "question_content": "Double {{i}}.", "platform": "{{kind.Platform}}", "difficulty": "{{kind.Difficulty}}", "public_test_cases": "{{Cases}}"}"""));

        var text = (await workplace.RunAsync("examine", "--task", "livecodebench", "--data", "test.jsonl", "--limit", "1")).ShouldBe(0).Out;
        var json = (await workplace.RunAsync("examine", "--task", "livecodebench", "--data", "test.jsonl", "--limit", "1", "--json")).ShouldBe(0).Json;

        text.ShouldContain("livecodebench: 3 items loaded; no gold answers in this data, so none was graded (code/1)");
        text.ShouldContain("tests: output (3); origins: atcoder (1), leetcode (2); levels: 1 (1), 3 (2)");
        (json["items"]!.GetValue<int>(), json["golds"]!.GetValue<int>(), json["goldsRight"]!.GetValue<int>()).ShouldBe((3, 0, 0));
        json["loaded"]!["origins"]!["leetcode"]!.GetValue<int>().ShouldBe(2);
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
