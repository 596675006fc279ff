using System.Diagnostics;

namespace DataEnvGym.Cli.Tests.Support;

/// <summary>A run that nothing came in the way of, and how long it took.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    private Workplace Workplace { get; } = new();

    public TimeSpan Duration { get; private set; }

    internal RunOutcome Outcome { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var started = Stopwatch.GetTimestamp();
        (await Workplace.RunAsync(["run", "episode.json", "--out", "undisturbed", .. Workplace.Tiny])).ShouldBe(0);
        Duration = Stopwatch.GetElapsedTime(started);
        Outcome = RunOutcome.Of(Workplace.PathOf("undisturbed"));
    }

    public Task DisposeAsync()
    {
        Workplace.Dispose();
        return Task.CompletedTask;
    }
}
