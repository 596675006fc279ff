using DataEnvGym.Cli.Commands;
using DataEnvGym.Cli.Hosting.Experiments;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Tests.Experiments;

public sealed class ExperimentRunnerTests : IDisposable
{
    private static readonly PlannedRun[] Runs = [.. Enumerable.Range(1, 4).Select(i => new PlannedRun($"a-{i}", "a", new EpisodeSpec { Name = "a", Seed = (uint)i, Stop = new() { Iterations = 1 } }))];
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("dataenvgym-experiment-test-");
    private readonly FakeEpisodes episodes = new();

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task Run_InterruptedAndStartedAgain_BeginsOnlyWhatWasNotFinished()
    {
        using var stop = new CancellationTokenSource();
        episodes.Body = async (run, token) =>
        {
            if (run == "a-3")
            {
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();
            }
        };

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(Runs, cancellationToken: stop.Token));
        episodes.Begun.ShouldBe(["a-1", "a-2", "a-3"]);
        episodes.Begun.Clear();
        episodes.Body = (_, _) => Task.CompletedTask;
        var board = await RunAsync(Runs);

        episodes.Begun.ShouldBe(["a-3", "a-4"]);
        board.Snapshot().Progress.ToString().ShouldBe("4/4");
        episodes.Begun.Clear();
        await RunAsync(Runs);
        episodes.Begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_OneFails_RunsTheOthersAndTriesItAgainNextTime()
    {
        episodes.Body = (run, _) => run == "a-2" ? throw new InvalidOperationException("the disk is full\nat line 3") : Task.CompletedTask;

        var board = await RunAsync(Runs);

        board.Failures.ShouldBe([new("a-2", "the disk is full")]);
        episodes.Begun.ShouldBe(["a-1", "a-2", "a-3", "a-4"]);
        episodes.Begun.Clear();
        episodes.Body = (_, _) => Task.CompletedTask;
        (await RunAsync(Runs)).Failures.ShouldBeEmpty();
        episodes.Begun.ShouldBe(["a-2"]);
    }

    [Fact]
    public async Task Run_AnotherProcessWorksOnOne_Ends()
    {
        using var held = RunLock.Acquire(new ExperimentFolder(root.FullName).Of(Runs[1]));
        episodes.Body = (run, _) =>
        {
            using var mine = run == "a-2" ? RunLock.Acquire(new ExperimentFolder(root.FullName).Of(Runs[1])) : null;
            return Task.CompletedTask;
        };
        await File.WriteAllTextAsync(new ExperimentFolder(root.FullName).Of(Runs[1]).Spec, System.Text.Json.JsonSerializer.Serialize(Runs[1].Episode, Core.Json.CoreJson.Default.EpisodeSpec));

        await Should.ThrowAsync<RunLockedException>(() => RunAsync(Runs));
        episodes.Begun.ShouldBe(["a-1", "a-2"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Run_Parallel_HasSoManyRunsAtATime(int parallel)
    {
        var all = new TaskCompletionSource();
        episodes.Body = async (_, _) =>
        {
            if (episodes.Begun.Count >= parallel)
            {
                all.TrySetResult();
            }

            await all.Task;
        };

        await RunAsync(Runs, parallel);

        episodes.Most.ShouldBe(parallel);
    }

    [Fact]
    public async Task Run_ExperimentWasChanged_IsRefusedBeforeAnythingIsRun()
    {
        await RunAsync([Runs[3]]);
        episodes.Begun.Clear();
        PlannedRun[] changed = [.. Runs.Select(run => run with { Episode = run.Episode with { ExamplesPerIteration = 7 } })];

        (await Should.ThrowAsync<UsageException>(() => RunAsync(changed))).Message.ShouldContain("a-4 holds a run of another episode");
        episodes.Begun.ShouldBeEmpty();
    }

    [Fact]
    public void View_UnderWay_ShowsAllAndEach()
    {
        var board = new ExperimentBoard(2, 1, TimeProvider.System);
        var lines = new List<string>();
        board.Said += lines.Add;
        board.Begin("a-1", 2);

        ExperimentView.Lines(board, lines, TimeProvider.System).ShouldBe(["░░░░░░░░░░░░░░░░░░░░░░░░ 0/2", "a-1  start  0:00", "", "a-1  begins", "Ctrl-C stops and keeps everything; the same command goes on."]);
    }

    private async Task<ExperimentBoard> RunAsync(PlannedRun[] runs, int parallel = 1, CancellationToken cancellationToken = default)
    {
        var board = new ExperimentBoard(runs.Length, parallel, TimeProvider.System);
        await new ExperimentRunner(new ExperimentFolder(root.FullName), episodes.RunAsync, board).RunAsync(runs, parallel, cancellationToken);
        return board;
    }
}
