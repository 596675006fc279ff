using System.Text.Json.Nodes;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Results;

[Collection(FinishedRunsDefinition.Name)]
public sealed class FinishedRunTests(FinishedRuns runs)
{
    private readonly Workplace workplace = runs.Workplace;

    [Fact]
    public void Run_WithJson_PrintsTheReportAndNothingElse()
    {
        JsonNode.DeepEquals(runs.First.Json, workplace.ReadJson("runs", "math-1", "report.json")).ShouldBeTrue();
        runs.First.Error.ShouldContain("iteration 2  done");
    }

    [Fact]
    public void Run_ForPeople_ShowsProgressSkillsAndWhereTheFilesAre()
    {
        var output = runs.Second.Out;
        runs.Second.Error.ShouldBe("");
        output.ShouldContain("iteration 2  train");
        output.ShouldContain("order-of-operations");
        output.ShouldContain($"{workplace.PathOf("runs", "math-2")}: report.md, report.json, curve.png");
        output.ShouldContain("dataenvgym examples math-2");
    }

    [Fact]
    public async Task Show_FinishedRun_PrintsItsReport()
    {
        (await workplace.RunAsync("show", "math-2")).ShouldBe(0).Out.ShouldContain("ended at the limit of iterations");
        var shown = (await workplace.RunAsync("show", "math-2", "--json")).ShouldBe(0).Json;
        JsonNode.DeepEquals(shown, workplace.ReadJson("runs", "math-2", "report.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Resume_FinishedRun_PrintsItsReportAgain()
    {
        var resumed = (await workplace.RunAsync("resume", "math-1", "--json")).ShouldBe(0);
        JsonNode.DeepEquals(resumed.Json, runs.First.Json).ShouldBeTrue();
    }

    [Fact]
    public async Task List_FinishedRuns_HasAllOfThem()
    {
        var list = (await workplace.RunAsync("list", "--json")).ShouldBe(0).Json.AsArray();
        list.Select(run => run!["run"]!.GetValue<string>()).ShouldBe(["math-1", "math-2", "math-3"]);
        list.Select(run => run!["agent"]!.GetValue<string>())
            .ShouldBe(["skill-list teacher/error-proportional", "skill-list teacher/error-proportional", "skill-list teacher/uniform"]);
        list.Select(run => run!["seed"]!.GetValue<uint>()).ShouldBe([1u, 2u, 1u]);
        var first = list[0]!;
        first["state"]!.GetValue<string>().ShouldBe("completed");
        first["iteration"]!.GetValue<int>().ShouldBe(2);
        first["examples"]!.GetValue<int>().ShouldBe(runs.First.Json["examples"]!.GetValue<int>());
        first["start"]!.GetValue<double>().ShouldBe(runs.First.Json["iterations"]![0]!["select"]!.GetValue<double>());
        first["now"]!.GetValue<double>().ShouldBe(runs.First.Json["iterations"]![2]!["select"]!.GetValue<double>());
    }

    [Fact]
    public async Task Compare_TwoSeedsAndAnotherPolicy_PoolsTheSeeds()
    {
        var comparison = (await workplace.RunAsync("compare", "math-1", "math-2", "math-3", "--json")).ShouldBe(0).Json;
        comparison["items"]!.GetValue<int>().ShouldBe(48);
        var groups = comparison["groups"]!.AsArray();
        groups.Select(group => group!["name"]!.GetValue<string>()).ShouldBe(["skill-list teacher/error-proportional", "skill-list teacher/uniform"]);
        groups[0]!["seeds"]!.AsArray().Select(seed => seed!.GetValue<uint>()).ShouldBe([1u, 2u]);
        var after = comparison["pairs"]!.AsArray().Select(pair => (pair!["reference"]!.GetValue<string>(), pair["run"]!.GetValue<string>()));
        after.ShouldBe([("math-1", "math-2"), ("math-1", "math-3")]);

        var text = (await workplace.RunAsync("compare", "math-1", "math-2", "math-3")).ShouldBe(0).Out;
        text.ShouldContain("McNemar");
        text.ShouldMatch("(better|worse) than|No difference can be claimed");
    }

    [Fact]
    public async Task Examples_OfASkill_AreOfThatSkillWithTheirOrigin()
    {
        var examples = (await workplace.RunAsync("examples", "math-1", "--skill", "shift-date", "--iteration", "1", "--count", "2", "--json")).ShouldBe(0).Json.AsArray();
        examples.Count.ShouldBe(2);
        examples.ShouldAllBe(example => example!["skill"]!.GetValue<string>() == "shift-date" && example["provenance"]!["iteration"]!.GetValue<int>() == 1);
        examples[0]!["provenance"]!["source"]!["promptHash"]!.GetValue<string>().ShouldNotBeEmpty();

        (await workplace.RunAsync("examples", "math-1", "--count", "3")).ShouldBe(0).Out.ShouldEndWith($"3 of {runs.First.Json["examples"]} examples\n");
    }

    [Theory]
    [InlineData("role")]
    [InlineData("iteration")]
    [InlineData("skill")]
    public async Task Spend_OfARun_AddsUpToItsReport(string by)
    {
        var rows = (await workplace.RunAsync("spend", "math-1", "--by", by, "--json")).ShouldBe(0).Json.AsArray();
        rows.Count.ShouldBeGreaterThan(1);
        rows.Sum(row => row!["spend"]!["tokens"]!.GetValue<long>()).ShouldBe(runs.First.Json["spend"]!["tokens"]!.GetValue<long>());
        JsonNode.DeepEquals(rows, runs.First.Json["spendBy"]![by]).ShouldBeTrue();
        (await workplace.RunAsync("spend", "math-1", "--by", by)).ShouldBe(0).Out.ShouldContain("together");
    }

    [Fact]
    public async Task Spend_ByCall_ShowsEachAndTheOneOfAnExample()
    {
        var calls = (await workplace.RunAsync("spend", "math-1", "--by", "call", "--json")).ShouldBe(0).Json.AsArray();
        calls.Count.ShouldBe(runs.First.Json["spend"]!["calls"]!.GetValue<int>());
        var example = (await workplace.RunAsync("examples", "math-1", "--count", "1", "--json")).ShouldBe(0).Json[0]!;
        var call = calls.Single(call => call!["request"]!.GetValue<string>() == example["provenance"]!["source"]!["request"]!.GetValue<string>())!;
        (call["skill"]!.GetValue<string>(), call["role"]!.GetValue<string>(), call["temperature"]!.GetValue<double>()).ShouldBe((example["skill"]!.GetValue<string>(), "writer", 1));
        (await workplace.RunAsync("spend", "math-1", "--by", "call")).ShouldBe(0).Out.ShouldContain(call["request"]!.GetValue<string>());
        (await workplace.RunAsync("spend", "math-1", "--by", "moon")).ShouldBe(2).Message.ShouldContain("use role, iteration, skill or call");
    }

    // A plus sign must not come out as \u002B.
    [Fact]
    public async Task Examples_AsJson_CanBeRead() =>
        (await workplace.RunAsync("examples", "math-1", "--count", "1000", "--json")).ShouldBe(0).Out.ShouldNotContain("\\u00");

    [Theory]
    [InlineData("shift-dat", "Did you mean \"shift-date\"?")]
    [InlineData("cooking", "It has some for add-binary, ")]
    public async Task Examples_UnknownSkill_NamesTheRightOnes(string skill, string remedy) =>
        (await workplace.RunAsync("examples", "math-1", "--skill", skill)).ShouldBe(2).Message.ShouldContain(remedy);

    [Fact]
    public async Task Examples_IterationThatWasNot_NamesThoseThatWere() =>
        (await workplace.RunAsync("examples", "math-1", "--iteration", "7")).ShouldBe(2).Message.ShouldEndWith("its iterations are 1, 2.");

    [Fact]
    public async Task Show_UnknownRun_ListsTheRunsThereAre()
    {
        var message = (await workplace.RunAsync("show", "nath-1")).ShouldBe(2).Message;
        message.ShouldContain("there is no run nath-1 in ");
        message.ShouldContain("Did you mean \"math-1\"?");
        message.ShouldContain("The runs there are math-1, math-2, math-3;");
    }

    [Fact]
    public async Task List_OneRunDamaged_StillShowsTheOthers()
    {
        using var damaged = new Workplace();
        Directory.CreateDirectory(damaged.PathOf("runs", "bad-1"));
        File.WriteAllText(damaged.PathOf("runs", "bad-1", "episode.json"), "x");
        Directory.CreateSymbolicLink(damaged.PathOf("runs", "math-1"), workplace.PathOf("runs", "math-1"));
        var list = (await damaged.RunAsync("list")).ShouldBe(0).Out;
        list.ShouldMatch("bad-1 +unreadable");
        list.ShouldContain("bad-1 cannot be read: ");
        list.ShouldMatch("math-1 +completed");
    }
}
