using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Tests.Crash;

public sealed class CrashTests : IDisposable
{
    private readonly List<TestFolder> folders = [];

    public void Dispose() => folders.ForEach(f => f.Dispose());

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Run_KilledAtAnyCommit_EndsAsIfNothingHadHappened(bool afterTheWrite, bool replayAfterEveryEvent)
    {
        var (expected, answers, commits) = await UndisturbedAsync();
        for (var fatal = 1; fatal <= commits; fatal++)
        {
            var path = NewJournal();
            var crashed = await KilledAsync(path, fatal, afterTheWrite, replayAfterEveryEvent);
            // Answers that come together share a commit, so that a run may need fewer commits than the undisturbed one.
            (crashed || fatal > commits / 2).ShouldBeTrue($"commit {fatal} never came");

            (await CrashingProgram.RunAsync(path, new JournalHooks(), replayAfterEveryEvent)).ShouldBe(expected, $"killed at commit {fatal}");
            CrashingProgram.Answers(path).ShouldBe(answers, $"killed at commit {fatal}");
        }
    }

    [Fact]
    public async Task Run_KilledAfterEachOfItsCommits_StillEndsWithTheSameResult()
    {
        var (expected, answers, commits) = await UndisturbedAsync();
        var path = NewJournal();
        var lives = 1;
        while (await KilledAsync(path, fatal: 1, afterTheWrite: true, replayAfterEveryEvent: false))
        {
            (++lives).ShouldBeLessThan(4 * commits, "the run makes no progress from one life to the next");
        }

        lives.ShouldBeGreaterThan(5);
        (await CrashingProgram.RunAsync(path, new JournalHooks())).ShouldBe(expected);
        CrashingProgram.Answers(path).ShouldBe(answers);
    }

    [Fact]
    public async Task LostWrite_OfAnyCommit_IsNoticedByTheComparisonOrTheEngine()
    {
        var (_, answers, commits) = await UndisturbedAsync();
        for (var lost = 1; lost <= commits; lost++)
        {
            var path = NewJournal();
            var number = lost;
            var isLost = false;
            var noticed = await NoticesAsync(async () =>
            {
                await CrashingProgram.RunAsync(path, new JournalHooks { Lose = n => n == number && (isLost = true) });
                CrashingProgram.Answers(path).ShouldBe(answers);
            });
            (isLost || lost > commits / 2).ShouldBeTrue($"commit {lost} never came");
            noticed.ShouldBe(isLost, $"commit {lost}");
        }
    }

    [Theory]
    [InlineData(nameof(HistoryKind.ActivityScheduled))]
    [InlineData(nameof(HistoryKind.ActivityCompleted))]
    [InlineData(nameof(HistoryKind.TimerFired))]
    [InlineData(nameof(HistoryKind.EventReceived))]
    public async Task LostRow_WithTheRestRenumbered_IsNoticedByTheReplay(string kind)
    {
        var path = NewJournal();
        await KilledAsync(path, fatal: 7, afterTheWrite: true, replayAfterEveryEvent: false);
        using (var connection = JournalConnection.Open(path, create: false))
        {
            using var damage = connection.CreateCommand();
            damage.CommandText = """
                DELETE FROM history WHERE instance = 'run' AND sequence =
                    (SELECT min(sequence) FROM history WHERE instance = 'run' AND kind = $kind);
                UPDATE history SET sequence = -(SELECT count(*) FROM history h WHERE h.instance = history.instance AND h.sequence <= history.sequence)
                    WHERE instance = 'run';
                UPDATE history SET sequence = -sequence WHERE sequence < 0;
                """;
            damage.Parameters.AddWithValue("$kind", kind);
            damage.ExecuteNonQuery().ShouldBeGreaterThan(0);
        }

        await Should.ThrowAsync<WorkflowDivergedException>(() => CrashingProgram.RunAsync(path, new JournalHooks()));
    }

    private async Task<(int Result, List<string> Answers, int Commits)> UndisturbedAsync()
    {
        var path = NewJournal();
        var commits = 0;
        var result = await CrashingProgram.RunAsync(path, new JournalHooks { After = n => commits = n });
        commits.ShouldBeGreaterThan(10);
        return (result, CrashingProgram.Answers(path), commits);
    }

    /// <summary>One life that ends at a commit. Returns whether it came to that.</summary>
    private static async Task<bool> KilledAsync(string path, int fatal, bool afterTheWrite, bool replayAfterEveryEvent)
    {
        var hooks = new JournalHooks
        {
            // A dead program writes nothing more, whatever its other threads were about to do.
            Before = n => Die(n > fatal || (n == fatal && !afterTheWrite)),
            After = n => Die(n >= fatal),
        };
        try
        {
            await CrashingProgram.RunAsync(path, hooks, replayAfterEveryEvent);
            return false;
        }
        catch (SimulatedCrashException)
        {
            return true;
        }

        static void Die(bool now)
        {
            if (now)
            {
                throw new SimulatedCrashException();
            }
        }
    }

    private static async Task<bool> NoticesAsync(Func<Task> check)
    {
        try
        {
            await check();
            return false;
        }
        catch (Exception e) when (e is ShouldAssertException or JournalException or WorkflowDivergedException or ActivityFailedException)
        {
            return true;
        }
    }

    private string NewJournal()
    {
        var folder = new TestFolder();
        folders.Add(folder);
        CrashingProgram.PostEvents(folder.Journal);
        return folder.Journal;
    }
}
