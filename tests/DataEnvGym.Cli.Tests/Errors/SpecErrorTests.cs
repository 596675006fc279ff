using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Errors;

/// <summary>Whatever is wrong with a spec is said before a run folder is made.</summary>
public sealed class SpecErrorTests : IDisposable
{
    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    [Theory]
    [InlineData("stop.iteratons=2", "stop.iteratons: unknown field. Did you mean \"iterations\"?")]
    [InlineData("seed=abc", "seed: expected a whole number, found \"abc\".")]
    [InlineData("agent.policy.name=unifrom", "agent.policy.name: \"unifrom\" is not one of \"uniform\", ")]
    [InlineData("agent.policy.threshold=0.5", "agent.policy.threshold: belongs to \"threshold\", but agent.policy.name is \"error-proportional\"; leave it out or change the name.")]
    [InlineData("agent.policy.discount=2", "agent.policy.discount: 2 is too large; the most is 1.")]
    [InlineData("seed", "\"seed\" is not of the form path=value, such as stop.iterations=2.")]
    public async Task Run_BadField_NamesItAndLeavesNothing(string set, string message)
    {
        var refused = (await workplace.RunAsync("run", "episode.json", "--set", set)).ShouldBe(2);
        refused.Message.ShouldContain(message);
        refused.Out.ShouldBe("");
        workplace.Entries().ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_TwoBadFields_NamesBoth()
    {
        var error = (await workplace.RunAsync("run", "episode.json", "--set", "seed=abc", "--set", "color=red")).ShouldBe(2).Error;
        error.ShouldContain("\n  seed: ");
        error.ShouldContain("\n  color: unknown field.");
    }

    [Fact]
    public async Task Run_NoSpecThere_SaysWhatToName() =>
        (await workplace.RunAsync("run", "nowhere")).ShouldBe(2).Message.ShouldContain("there is no episode spec at nowhere; name a JSON file or a folder");

    [Fact]
    public async Task Run_SpecIsNoJson_NamesTheLine()
    {
        File.WriteAllText(workplace.PathOf("episode.json"), "{\n  \"seed\": 1,\n  seed\n}");
        (await workplace.RunAsync("run", "episode.json")).ShouldBe(2).Message.ShouldContain("episode.json: line 3, column ");
        workplace.Entries().ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_OutIsNotEmpty_RefusesAndChangesNothing()
    {
        Directory.CreateDirectory(workplace.PathOf("mine"));
        File.WriteAllText(workplace.PathOf("mine", "diary.txt"), "dear diary");
        (await workplace.RunAsync("run", "episode.json", "--out", "mine")).ShouldBe(2).Message.ShouldEndWith("mine is not empty; choose another folder with --out.");
        workplace.Entries().ShouldBe(["mine", Path.Combine("mine", "diary.txt")], ignoreOrder: true);
    }

    [Fact]
    public async Task Run_OutIsAFile_Refuses() =>
        (await workplace.RunAsync("run", "episode.json", "--out", "episode.json")).ShouldBe(2).Message.ShouldContain("is a file; choose a folder with --out.");

    [Fact]
    public async Task Run_CheckpointIsNone_RefusesAndLeavesNothing()
    {
        (await workplace.RunAsync("run", "episode.json", "--set", "student.checkpoint=episode.json")).ShouldBe(2)
            .Message.ShouldContain("is not a checkpoint of this student");
        (await workplace.RunAsync("run", "episode.json", "--set", "student.checkpoint=nowhere.safetensors")).ShouldBe(2)
            .Message.ShouldContain("nowhere.safetensors' cannot be read");
        workplace.Entries().ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_DataIsMalformed_NamesTheLineAndLeavesNoRun()
    {
        await File.WriteAllLinesAsync(workplace.PathOf("train.jsonl"), ["{\"question\": \"How many?\", \"answer\": \"One. #### 1\"}", "{oops"]);
        var refused = await workplace.RunAsync(
            "run", "episode.json", "--data", "train.jsonl", "--set", "task.name=gsm8k", "--set", "agent.kind=selection", "--set", "environment=open-ended");
        refused.ShouldBe(2).Message.ShouldContain("train.jsonl, line 2,");
        workplace.Entries().ShouldBe(["train.jsonl"]);
    }

    [Fact]
    public async Task Run_DataIsTooSmall_SaysWhichSplitHasNone()
    {
        await File.WriteAllLinesAsync(workplace.PathOf("train.jsonl"), ["{\"question\": \"How many?\", \"answer\": \"One. #### 1\"}"]);
        var refused = await workplace.RunAsync(
            "run", "episode.json", "--data", "train.jsonl", "--set", "task.name=gsm8k", "--set", "agent.kind=selection", "--set", "environment=open-ended");
        refused.ShouldBe(2).Message.ShouldContain("none is left for the select split; add items or lower task.sizes.");
        workplace.Entries().ShouldBe(["train.jsonl"]);
    }
}
