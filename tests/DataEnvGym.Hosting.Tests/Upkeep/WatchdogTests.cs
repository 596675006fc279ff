using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Hosting.Upkeep;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Posting;
using Microsoft.Extensions.Time.Testing;

namespace DataEnvGym.Hosting.Tests.Upkeep;

public sealed class WatchdogTests
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(15);
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryDocuments documents = new();
    private readonly Dictionary<string, EpisodeRunState> episodes = [];
    private readonly HashSet<string> ended = [];
    private readonly List<string> raised = [];

    private Watchdog Dog => new(
        new Listing(episodes), new RunJobs(documents, time),
        (instance, _) => Task.FromResult(!ended.Contains(instance)),
        (arrival, _) =>
        {
            raised.Add(arrival.InstanceId);
            return Task.CompletedTask;
        });

    [Fact]
    public async Task Wake_JobThatNobodyHasLookedAtForLong_RaisesItsEventAgainAndAgain()
    {
        await StartAsync("one", "one:job");

        (await Dog.WakeAsync(Age, default)).ShouldBeEmpty();
        time.Advance(Age + TimeSpan.FromSeconds(1));
        (await Dog.WakeAsync(Age, default)).Count.ShouldBe(1);
        await Dog.WakeAsync(Age, default);

        raised.ShouldBe(["one:job", "one:job"]);
    }

    [Fact]
    public async Task Wake_WorkflowThatHasEnded_IsLeftInPeace()
    {
        await StartAsync("one", "one:job");
        ended.Add("one:job");
        time.Advance(Age + TimeSpan.FromSeconds(1));

        await Dog.WakeAsync(Age, default);

        raised.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EpisodeRunState.Paused)]
    [InlineData(EpisodeRunState.Failed)]
    [InlineData(EpisodeRunState.Completed)]
    public async Task Wake_EpisodeThatDoesNotRun_IsLeftInPeace(EpisodeRunState state)
    {
        await StartAsync("one", "one:job");
        episodes["one"] = state;
        time.Advance(Age + TimeSpan.FromSeconds(1));

        await Dog.WakeAsync(Age, default);

        raised.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wake_ManyEpisodes_LooksAtEveryPage()
    {
        for (var number = 0; number < 150; number++)
        {
            await StartAsync($"run-{number}", $"run-{number}:job");
        }

        time.Advance(Age + TimeSpan.FromSeconds(1));

        (await Dog.WakeAsync(Age, default)).Count.ShouldBe(150);
    }

    private async Task StartAsync(string run, string replyTo)
    {
        episodes[run] = EpisodeRunState.Running;
        var dispatcher = new RemoteDispatcher(run, documents, new NoPlatform(), time, JobNonce.New);
        await dispatcher.StartAsync(new(new("prepare", new() { Prepare = new(new StudentSpec()) }), 1, replyTo), new Progress<WorkProgress>(), default);
    }

    private sealed class NoPlatform : IJobPlatform
    {
        public JobPatience Patience { get; } = new(TimeSpan.FromSeconds(30), null, Age, TimeSpan.FromHours(1), 1, TimeSpan.FromSeconds(1));

        public Task<string?> StartAsync(JobLaunch launch, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<PlatformStatus> GetStatusAsync(string? handle, CancellationToken cancellationToken) => Task.FromResult(default(PlatformStatus));

        public Task StopAsync(string? handle, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Lists episodes, and is asked for nothing else.</summary>
    private sealed class Listing(Dictionary<string, EpisodeRunState> episodes) : IEpisodeHost
    {
        public Task<EpisodePage> ListAsync(int limit, string? after, CancellationToken cancellationToken)
        {
            var start = after is null ? 0 : int.Parse(after);
            var page = episodes.Skip(start).Take(limit).Select(episode => new EpisodeInstance(episode.Key, episode.Value, null, default, default)).ToList();
            return Task.FromResult(new EpisodePage(page, start + limit < episodes.Count ? $"{start + limit}" : null));
        }

        public Task<bool> TryStartAsync(string run, EpisodeState input, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<EpisodeInstance?> FindAsync(string run, string? child, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<EpisodeState?> FindStateAsync(string run, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RaiseAsync<T>(string run, string? child, EventName<T> name, T payload, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SuspendAsync(string run, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ResumeAsync(string run, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> RetryAsync(string run, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task TerminateAsync(string run, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PurgeAsync(string run, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
