using System.Text.Json;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Artifacts;

namespace DataEnvGym.Functions.Tests;

/// <summary>Whole episodes, with the real loop and a fake student.</summary>
public sealed class EpisodeTests
{
    [Fact]
    public async Task Episode_OnBothEngines_MakesTheSameFilesAndTheSameReport()
    {
        using var local = new Gym(Specs.Small);
        var expected = await local.RunAsync();
        using var durable = new Gym(Specs.Small);
        using var host = new DurableScenarioHost();
        var store = FileArtifactStore.Open(durable.Folder.Artifacts);
        host.AddEpisodes(durable.Services(store));

        var outcome = await host.RunAsync(EpisodeNames.Episode, new EpisodeState(durable.Id, durable.Spec), durable.Id);

        Timeless(await store.ReadJsonAsync(outcome.Report, CoreJson.Default.EpisodeReport, CancellationToken.None)).ShouldBe(Timeless(expected));
        Files(durable).ShouldBe(Files(local));
    }

    // Four shards lose their teacher at first, and the two looks after it.
    [Fact]
    public async Task Episode_TeacherAwayForAWhile_WaitsAndMakesTheSameFiles()
    {
        var spec = Specs.Small with { Environment = EnvironmentKind.OpenEnded };
        using var local = new Gym(spec);
        var expected = await local.RunAsync();
        var left = 6;
        using var durable = new Gym(spec) { Rewrite = text => Interlocked.Decrement(ref left) >= 0 ? throw new TeacherUnavailableException("not today") : text };
        using var host = new DurableScenarioHost();
        var store = FileArtifactStore.Open(durable.Folder.Artifacts);
        host.AddEpisodes(durable.Services(store));

        var outcome = await host.RunAsync(EpisodeNames.Episode, new EpisodeState(durable.Id, durable.Spec), durable.Id);

        var report = await store.ReadJsonAsync(outcome.Report, CoreJson.Default.EpisodeReport, CancellationToken.None);
        Timeless(report).ShouldBe(Timeless(expected));
        Files(durable).ShouldBe(Files(local));
        report.Seconds.Generate.ShouldBeGreaterThanOrEqualTo((1 + 2 + 4) * 60);
    }

    [Fact]
    public async Task Episode_TeacherNeverBack_EndsWithTheWallClock()
    {
        using var gym = new Gym(Specs.Small with { Environment = EnvironmentKind.OpenEnded, Stop = new() { WallClock = TimeSpan.FromHours(2) } })
        {
            Rewrite = _ => throw new TeacherUnavailableException("not today"),
        };
        using var host = new DurableScenarioHost();
        var store = FileArtifactStore.Open(gym.Folder.Artifacts);
        host.AddEpisodes(gym.Services(store));

        var outcome = await host.RunAsync(EpisodeNames.Episode, new EpisodeState(gym.Id, gym.Spec), gym.Id);

        var report = await store.ReadJsonAsync(outcome.Report, CoreJson.Default.EpisodeReport, CancellationToken.None);
        (report.Stopped, report.Examples).ShouldBe((StopReason.WallClock, 0));
    }

    private static string Timeless(EpisodeReport report) => JsonSerializer.Serialize(report with { Seconds = new() }, CoreJson.Default.EpisodeReport);

    // Reports say how long things took.
    private static IEnumerable<KeyValuePair<string, string>> Files(Gym gym) => gym.Hashes().Where(file => !file.Key.StartsWith("report", StringComparison.Ordinal));
}
