using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>One run of three iterations under a teacher with every fault, made once for all tests that only read it.</summary>
public class FinishedRun : IAsyncLifetime
{
    public FinishedRun()
        : this(Specs.Small)
    {
    }

    internal FinishedRun(EpisodeSpec spec) =>
        Gym = new(spec.Until(new() { Iterations = 3 }).With(new() { Wrong = 0.1, Duplicate = 0.2, Malformed = 0.2 }));

    internal Gym Gym { get; }

    internal EpisodeReport Report { get; private set; } = null!;

    public async Task InitializeAsync() => Report = await Gym.RunAsync();

    public Task DisposeAsync()
    {
        Gym.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>The same in the skill-tree environment.</summary>
public sealed class FinishedTreeRun() : FinishedRun(Specs.Tree());
