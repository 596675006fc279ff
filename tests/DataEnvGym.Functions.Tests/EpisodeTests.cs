using System.Text.Json;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
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

    private static string Timeless(EpisodeReport report) => JsonSerializer.Serialize(report with { Seconds = new() }, CoreJson.Default.EpisodeReport);

    // Reports say how long things took.
    private static IEnumerable<KeyValuePair<string, string>> Files(Gym gym) => gym.Hashes().Where(file => !file.Key.StartsWith("report", StringComparison.Ordinal));
}
