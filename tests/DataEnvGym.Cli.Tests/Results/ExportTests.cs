using System.Text.Json.Nodes;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Results;

[Collection(FinishedRunsDefinition.Name)]
public sealed class ExportTests(FinishedRuns runs)
{
    private readonly Workplace workplace = runs.Workplace;

    [Theory]
    [InlineData("openai", "exported-openai.jsonl", "")]
    [InlineData("sharegpt", "exported-sharegpt.jsonl", "")]
    [InlineData("alpaca", "exported-alpaca.jsonl", "")]
    [InlineData("parquet", "exported-set", "data/train-00000-of-00001.parquet")]
    public async Task ImportOfAnExport_AnyFormat_IsTheRunsOwnLines(string format, string place, string table)
    {
        var written = $"back-{format}.jsonl";

        (await workplace.RunAsync("export", "math-1", "--format", format, "--out", place)).ShouldBe(0).Out.ShouldStartWith("120 examples in ");
        (await workplace.RunAsync("import", Path.Combine(place, table).TrimEnd('/'), "--format", format, "--out", written)).ShouldBe(0).Out.ShouldStartWith("120 examples in ");

        File.ReadAllText(workplace.PathOf(written)).ShouldBe(string.Concat(Directory.EnumerateDirectories(workplace.PathOf("runs", "math-1", "artifacts"), "iteration-*")
            .Order(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "examples*.jsonl").OrderBy(file => file.Length).ThenBy(file => file, StringComparer.Ordinal).TakeLast(1))
            .Select(File.ReadAllText)));
    }

    // Out of a run as chat, back in, and into the next run: each line is traced through both.
    [Fact]
    public async Task RunOnAnImport_OfAnExport_TrainsOnItsLines()
    {
        (await workplace.RunAsync("export", "math-1", "--format", "openai", "--out", "chat.jsonl")).ShouldBe(0);
        Directory.CreateDirectory(workplace.PathOf("mine"));
        (await workplace.RunAsync("import", "chat.jsonl", "--format", "openai", "--out", "mine/lines.jsonl")).ShouldBe(0);
        File.Copy(workplace.PathOf("episode.json"), workplace.PathOf("mine", "episode.json"));

        var report = (await workplace.RunAsync(["run", "mine", .. Workplace.Tiny, .. OwnData("lines.jsonl"), "--out", "own", "--json"])).ShouldBe(0).Json;

        (report["agent"]!.GetValue<string>(), report["examples"]!.GetValue<int>()).ShouldBe(("selection", 120));
        var lines = File.ReadAllLines(workplace.PathOf("mine", "lines.jsonl"));
        var taught = JsonNode.Parse(File.ReadLines(workplace.PathOf("own", "artifacts", "iteration-01", "examples.jsonl")).First())!;
        var source = taught["provenance"]!["source"]!;
        var line = JsonNode.Parse(lines.Single(line => line.Contains($"\"id\":\"{source["request"]}\"", StringComparison.Ordinal)))!;
        (source["writer"]!.GetValue<string>(), taught["prompt"]!.GetValue<string>()).ShouldBe(("file", line["prompt"]!.GetValue<string>()));
        (await workplace.RunAsync("trace", "own", $"{taught["id"]}", "--runs", ".")).ShouldBe(0).Out.ShouldSatisfyAllConditions(
            trace => trace.ShouldContain($"nobody: example {source["request"]} of the file agent.data was selected"),
            trace => trace.ShouldContain($"there it is by offline/1, {line["provenance"]!["source"]!["request"]}, for {line["provenance"]!["episode"]} in iteration "),
            trace => trace.ShouldContain("pool.jsonl sha256 "));
        (await workplace.RunAsync("trace", "own", $"{taught["id"]}", "--runs", ".", "--prompt")).ShouldBe(2).Message.ShouldContain("no teacher was asked for it");
    }

    [Theory]
    [InlineData("nowhere.jsonl", "nowhere.jsonl; make one: dataenvgym import")]
    [InlineData("episode.json", "episode.json, line 1 is no example of this program")]
    public async Task Run_OnAFileThatIsNone_IsRefusedAndLeavesNothing(string file, string problem)
    {
        (await workplace.RunAsync(["run", "episode.json", .. OwnData(file), "--out", "none"])).ShouldBe(2).Message.ShouldContain(problem);
        Directory.Exists(workplace.PathOf("none")).ShouldBeFalse();
    }

    [Fact]
    public async Task Export_OfASkillAndAnIteration_HasThoseAlone()
    {
        (await workplace.RunAsync("export", "math-1", "--format", "alpaca", "--out", "part.jsonl", "--skill", "shift-date", "--iteration", "1")).ShouldBe(0);

        var lines = File.ReadAllLines(workplace.PathOf("part.jsonl"));
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line.Contains("\"skill\":\"shift-date\"", StringComparison.Ordinal) && line.Contains("\"iteration\":1,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_PairsOfARunThatChecksNoAnswers_SaysWhyThereAreNone()
    {
        (await workplace.RunAsync("export", "math-1", "--format", "preference", "--out", "pairs.jsonl")).ShouldBe(2).Message.ShouldContain("Runs have pairs with curation.known (the student answers the drafts) and with curation.verify");
        File.Exists(workplace.PathOf("pairs.jsonl")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("shargpt", "x.jsonl", "Did you mean \"sharegpt\"?")]
    [InlineData("alpaca", "nowhere/x.jsonl", "is no place for a file")]
    [InlineData("parquet", "runs", "there is something at ")]
    public async Task Export_WhatCannotBe_IsRefused(string format, string place, string problem) =>
        (await workplace.RunAsync("export", "math-1", "--format", format, "--out", place)).ShouldBe(2).Message.ShouldContain(problem);

    [Fact]
    public async Task Import_FileThatIsNone_IsNamedAndNothingIsWritten()
    {
        (await workplace.RunAsync("import", "episode.json", "--format", "alpaca", "--out", "none.jsonl")).ShouldBe(2).Message.ShouldContain("episode.json, line 1: is no such line");
        File.Exists(workplace.PathOf("none.jsonl")).ShouldBeFalse();
    }

    private static string[] OwnData(string file) => ["--set", "agent.kind=selection", "--set", "environment=open-ended", "--set", $"agent.data={file}"];
}
