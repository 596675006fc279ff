using System.Text.Json.Nodes;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Results;

public sealed class SkillsTests : IDisposable
{
    private static readonly string[] Small = ["--set", "task.sizes.probe=3"];

    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    private async Task<JsonNode> RunAsync(params string[] arguments) => (await workplace.RunAsync(["skills", .. arguments, "--json"])).ShouldBe(0).Json;

    [Fact]
    public async Task Skills_FromDiscoveryOverEdits_KeepEveryVersion()
    {
        var found = await RunAsync(["discover", "episode.json", .. Small, "--out", "skills.json"]);
        found["labellings"]![0]!["summary"]!["coverage"]!.GetValue<double>().ShouldBe(1);
        (await RunAsync("compare", "skills.json"))["agreement"]!["kappa"]!.GetValue<double>().ShouldBe(1, "the offline teacher knows the benchmark");

        var renamed = await RunAsync("rename", "skills.json", "percent", "percentages");
        var merged = await RunAsync("merge", "skills.json", "fractions", "add-fractions", "mean");
        var items = workplace.ReadJson("skills.json")["assignments"]!.AsObject().Where(pair => pair.Value!.GetValue<string>() == "remainder").Select(pair => pair.Key).Take(2).ToList();
        var split = await RunAsync("split", "skills.json", "remainder", "--items", string.Join(',', items), "--into", "modulo");
        (renamed["version"]!.GetValue<int>(), merged["version"]!.GetValue<int>(), split["version"]!.GetValue<int>()).ShouldBe((2, 3, 4));
        merged["parent"]!.GetValue<string>().ShouldBe(renamed["id"]!.GetValue<string>());

        var first = renamed["kept"]!.GetValue<string>();
        var diff = (await workplace.RunAsync("skills", "diff", first, "skills.json")).ShouldBe(0).Out;
        diff.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            ["renamed  percent to percentages", "merged   add-fractions, mean into fractions", "split    remainder into modulo, remainder"]);
        var shown = await RunAsync("show", "skills.json");
        shown["summary"]!["sizes"]!.AsArray().Single(size => size!["skill"]!.GetValue<string>() == "modulo")!["items"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Discover_TwiceByALabellerThatErrs_DisagreesWithItself()
    {
        var found = await RunAsync(["discover", "--task", "procedural-math", .. Small, "--repeat", "2", "--set", "teacher.faults.mislabelled=0.2", "--out", "noisy.json"]);
        var agreement = found["agreements"]!.AsArray().ShouldHaveSingleItem()!["agreement"]!;
        agreement["kappa"]!.GetValue<double>().ShouldBeInRange(0.3, 0.95);
        var again = await RunAsync("agree", "noisy.json", "noisy-2.json");
        again["adjustedRand"]!.GetValue<double>().ShouldBe(agreement["adjustedRand"]!.GetValue<double>());
    }

    [Fact]
    public async Task Assign_ItemsThatAreNewSince_GetSkillsOfTheFile()
    {
        await RunAsync(["discover", "episode.json", .. Small, "--out", "skills.json"]);
        await RunAsync("assign", "skills.json", "episode.json", "--set", "task.sizes.probe=5");
        var taxonomy = workplace.ReadJson("skills.json");
        taxonomy["assignments"]!.AsObject().Count.ShouldBe(24 * 5);
        taxonomy["skills"]!.AsArray().Count.ShouldBe(24);
    }

    [Fact]
    public async Task Run_WithEditedSkills_TeachesUnderTheirNamesAndReportsThem()
    {
        await RunAsync(["discover", "episode.json", "--set", "task.sizes.probe=2", "--out", "skills.json"]);
        var written = await RunAsync("rename", "skills.json", "percent", "per-cent-sums");
        var report = (await workplace.RunAsync(["run", "episode.json", .. Workplace.Tiny, "--set", "stop.iterations=1", "--set", "skills.source=file", "--set", "skills.file=skills.json", "--json"])).ShouldBe(0).Json;
        var told = report["taxonomy"]!;
        (told["source"]!.GetValue<string>(), told["version"]!.GetValue<int>(), told["id"]!.GetValue<string>(), told["coverage"]!.GetValue<double>())
            .ShouldBe(("file", 2, written["id"]!.GetValue<string>(), 1.0));
        (await RunAsync("export", "math-1", "again.json"))["id"]!.GetValue<string>().ShouldBe(written["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("there is no skill percnt. Did you mean \"percent\"?", "rename", "skills.json", "percnt", "x")]
    [InlineData("there is no file other.json", "show", "other.json")]
    [InlineData("episode.json: line ", "show", "episode.json")]
    [InlineData("there is something at skills.json already", "discover", "episode.json", "--out", "skills.json")]
    [InlineData("no task is named", "discover")]
    [InlineData("both a spec and --task are named", "discover", "episode.json", "--task", "gsm8k")]
    public async Task Skills_WhatCannotBeDone_IsRefusedInOneLine(string message, params string[] arguments)
    {
        await File.WriteAllTextAsync(workplace.PathOf("skills.json"), """{"version": 1, "skills": ["percent"], "assignments": {"1": "percent"}}""");
        (await workplace.RunAsync(["skills", .. arguments])).ShouldBe(2).Message.ShouldContain(message);
    }

    [Fact]
    public async Task Run_SkillsFileThatIsNotThere_IsRefusedBeforeARunIsMade()
    {
        (await workplace.RunAsync("run", "episode.json", "--set", "skills.source=file", "--set", "skills.file=none.json")).ShouldBe(2).Message.ShouldContain("there is no taxonomy at");
        workplace.Entries().ShouldBeEmpty();
    }
}
