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
}
