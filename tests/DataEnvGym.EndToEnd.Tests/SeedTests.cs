using System.Text.Json.Nodes;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.EndToEnd.Tests;

public sealed class SeedTests
{
    [Fact]
    public async Task SameSeed_OnARealClock_GivesTheSameReportButForTheSeconds()
    {
        using var first = new Gym(Specs.Small) { Time = TimeProvider.System };
        using var second = new Gym(Specs.Small) { Time = TimeProvider.System };
        await first.RunAsync();
        await second.RunAsync();

        ReportWithoutSeconds(second).ShouldBe(ReportWithoutSeconds(first));
    }

    // Four shards are written side by side: neither their number at a time nor the replays may show in what comes out.
    [Theory]
    [InlineData(1, false)]
    [InlineData(8, false)]
    [InlineData(2, true)]
    public async Task SameSeed_WhateverTheEngineDoes_GivesTheSameBytes(int parallel, bool replayAfterEveryEvent)
    {
        using var plain = new Gym(Specs.Small);
        using var other = new Gym(Specs.Small);
        await plain.RunAsync();

        await other.RunAsync(options: new EngineOptions { MaxParallelActivities = parallel, ReplayAfterEveryEvent = replayAfterEveryEvent });

        other.Hashes().ShouldBe(plain.Hashes());
        other.Record.Answers().ShouldBe(plain.Record.Answers());
    }

    [Fact]
    public async Task OtherSeed_SameSpecElse_WritesOtherExamplesForTheSameExam()
    {
        using var seven = new Gym(Specs.Small);
        using var eight = new Gym(Specs.Small with { Seed = 8 });
        await seven.RunAsync();
        await eight.RunAsync();

        var (some, others) = (await seven.Record.ExamplesAsync(), await eight.Record.ExamplesAsync());

        some.Select(example => example.Id).Intersect(others.Select(example => example.Id)).ShouldBeEmpty();
        some.Select(example => example.Prompt).Intersect(others.Select(example => example.Prompt)).Count().ShouldBeLessThan(some.Count / 4);
        seven.Diary.Of<Sitting>()[0].Prompts.ShouldBe(eight.Diary.Of<Sitting>()[0].Prompts);
    }

    private static string ReportWithoutSeconds(Gym gym)
    {
        var report = JsonNode.Parse(File.ReadAllBytes(Path.Combine(gym.Folder.Artifacts, "report.json")))!.AsObject();
        report.Remove("seconds").ShouldBeTrue();
        return report.ToJsonString();
    }
}
