namespace DataEnvGym.Cli.Tests.Support;

/// <summary>A run that nothing came in the way of, and how many stages it has.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    private Workplace Workplace { get; } = new();

    /// <summary>Lines of progress up to the last stage that does something.</summary>
    public int Stages { get; private set; }

    internal RunOutcome Outcome { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var finished = (await Workplace.RunAsync(["run", "episode.json", "--out", "undisturbed", .. Workplace.Tiny])).ShouldBe(0);
        Stages = finished.Out.Split('\n').TakeWhile(line => line != "").Count() - 1;
        Outcome = RunOutcome.Of(Workplace.PathOf("undisturbed"));
    }

    public Task DisposeAsync()
    {
        Workplace.Dispose();
        return Task.CompletedTask;
    }
}
