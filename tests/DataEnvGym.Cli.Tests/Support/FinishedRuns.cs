namespace DataEnvGym.Cli.Tests.Support;

/// <summary>Finished runs to read: two seeds, and the first seed with data ordered evenly. One call makes each, one of them with <c>--json</c>.</summary>
public sealed class FinishedRuns : IAsyncLifetime
{
    public Workplace Workplace { get; } = new();

    internal CliResult First { get; private set; } = null!;

    internal CliResult Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        First = await RunAsync("seed=1", "--json");
        Second = await RunAsync("seed=2");
        await RunAsync("agent.policy.name=uniform");
    }

    public Task DisposeAsync()
    {
        Workplace.Dispose();
        return Task.CompletedTask;
    }

    private async Task<CliResult> RunAsync(params string[] set) =>
        (await Workplace.RunAsync(["run", "episode.json", .. Workplace.Tiny, "--set", .. set])).ShouldBe(0);
}

/// <summary>Tests that read the same finished runs.</summary>
[CollectionDefinition(Name)]
public sealed class FinishedRunsDefinition : ICollectionFixture<FinishedRuns>
{
    public const string Name = "finished runs";
}
