using DataEnvGym.Core.Episodes.Reports;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>One run of three iterations under a teacher with every fault, made once for all tests that only read it.</summary>
public sealed class FinishedRun : IAsyncLifetime
{
    internal Gym Gym { get; } = new(Specs.Small.Until(new() { Iterations = 3 }).With(new() { Wrong = 0.1, Duplicate = 0.2, Malformed = 0.2 }));

    internal EpisodeReport Report { get; private set; } = null!;

    public async Task InitializeAsync() => Report = await Gym.RunAsync();

    public Task DisposeAsync()
    {
        Gym.Dispose();
        return Task.CompletedTask;
    }
}
