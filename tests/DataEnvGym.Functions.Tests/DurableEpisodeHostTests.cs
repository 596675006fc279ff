using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Workflows;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Functions.Hosts;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Documents;

namespace DataEnvGym.Functions.Tests;

/// <summary>What the API asks of an engine, on Durable Task.</summary>
public sealed class DurableEpisodeHostTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Gym gym = new(Specs.Small);
    private readonly DurableScenarioHost engine = new();

    public DurableEpisodeHostTests() => engine.AddEpisodes(gym.Services(FileArtifactStore.Open(gym.Folder.Artifacts)));

    private EpisodeState Start => new(gym.Id, gym.Spec);

    public void Dispose()
    {
        engine.Dispose();
        gym.Dispose();
    }

    [Fact]
    public async Task Episode_StartedTwice_RunsOnceAndCanBeSeen()
    {
        var host = await HostAsync();

        (await host.TryStartAsync("one", Start, default)).ShouldBeTrue();
        (await host.TryStartAsync("one", Start, default)).ShouldBeFalse();
        await EndsAsync("one");

        var found = await host.FindAsync("one", null, default);
        (found!.State, found.Failure).ShouldBe((EpisodeRunState.Completed, null));
        found.Status!.ShouldContain("\"phase\":\"done\"");
        (await host.TryStartAsync("one", Start, default)).ShouldBeFalse();
        gym.Diary.Of<Lesson>().Count.ShouldBe(2);
    }

    [Fact]
    public async Task List_WithChildren_NamesEpisodesOnly()
    {
        var host = await HostAsync();
        await host.TryStartAsync("one", Start, default);
        await EndsAsync("one");

        var names = new List<string>();
        for (string? next = null; ;)
        {
            var page = await host.ListAsync(2, next, default);
            names.AddRange(page.Items.Select(item => item.Run));
            if ((next = page.Next) is null)
            {
                break;
            }
        }

        names.ShouldBe(["one"]);
    }

    // What was wrong is mended: the finished iteration is kept, and the files are those of a run that never failed.
    [Fact]
    public async Task Retry_AfterAFailure_GoesOnWithTheIterationThatFailed()
    {
        using var calm = new Gym(Specs.Small);
        await calm.RunAsync();
        gym.Lab.BeforeTraining = number => number == 2 ? throw new PermanentException("The disk is full.") : Task.CompletedTask;
        var host = await HostAsync();
        await host.TryStartAsync("one", Start, default);
        await EndsAsync("one");
        (await host.FindAsync("one", null, default))!.State.ShouldBe(EpisodeRunState.Failed);

        (await host.RetryAsync("one", default)).ShouldBeTrue();
        await EndsAsync("one");

        (await host.FindAsync("one", null, default))!.State.ShouldBe(EpisodeRunState.Completed);
        gym.Diary.Of<Lesson>().Count.ShouldBe(2);
        gym.Hashes().Where(file => !file.Key.StartsWith("report", StringComparison.Ordinal)).ShouldBe(calm.Hashes().Where(file => !file.Key.StartsWith("report", StringComparison.Ordinal)));
        (await host.RetryAsync("one", default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Terminate_InTraining_EndsTheEpisodeAndItsChildren()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        gym.Lab.BeforeTraining = _ =>
        {
            reached.SetResult();
            return release.Task;
        };
        var host = await HostAsync();
        await host.TryStartAsync("one", Start, default);
        await reached.Task.WaitAsync(Patience);

        await host.TerminateAsync("one", default);
        await EndsAsync("one");
        release.SetResult();

        (await host.FindAsync("one", null, default))!.State.ShouldBe(EpisodeRunState.Terminated);
        await EndsAsync("one:iteration-1");
        (await host.FindAsync("one", "iteration-1", default))!.State.ShouldBe(EpisodeRunState.Terminated);
        await host.PurgeAsync("one", default);
        (await host.FindAsync("one", null, default)).ShouldBeNull();
        (await host.FindAsync("one", "iteration-1", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Stop_RaisedInAnIteration_EndsTheEpisodeAfterIt()
    {
        var host = await HostAsync();
        gym.Lab.BeforeTraining = number => number == 1 ? host.RaiseAsync("one", null, EpisodeNames.Stop, "enough", default) : Task.CompletedTask;

        await host.TryStartAsync("one", Start, default);
        await EndsAsync("one");

        (await host.FindAsync("one", null, default))!.State.ShouldBe(EpisodeRunState.Completed);
        gym.Diary.Of<Lesson>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Standing_OfARun_IsWhatThereIsOfIt()
    {
        var host = await HostAsync();

        (await host.FindAsync("one", default)).ShouldBe(RunStanding.Absent);
        await host.TryStartAsync("one", Start, default);
        await EndsAsync("one");
        (await host.FindAsync("one", default)).ShouldBe(RunStanding.Ended);
    }

    private async Task<DurableEpisodeHost> HostAsync() =>
        new(await engine.ClientAsync(), new RunJobs(new FileDocumentStore(Path.Combine(gym.Folder.FullPath, "jobs")), TimeProvider.System));

    private async Task EndsAsync(string instance)
    {
        using var late = new CancellationTokenSource(Patience);
        await (await engine.ClientAsync()).WaitForInstanceCompletionAsync(instance, late.Token);
    }
}
