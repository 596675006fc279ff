using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Workflows;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>A program is killed at every commit of its journal and started again. The clock stands still, so that even the reports are equal.</summary>
public sealed class CrashTests
{
    private sealed class KilledException() : Exception("killed");

    [Theory]
    [InlineData(EnvironmentKind.SkillList, false, false)]
    [InlineData(EnvironmentKind.SkillList, true, false)]
    [InlineData(EnvironmentKind.SkillList, true, true)]
    [InlineData(EnvironmentKind.SkillTree, true, true)]
    public async Task Run_KilledAtAnyCommit_EndsAsIfNothingHadHappened(EnvironmentKind environment, bool afterTheWrite, bool replayAfterEveryEvent)
    {
        var spec = In(environment);
        var (hashes, answers, commits) = await UndisturbedAsync(spec);
        var options = new EngineOptions { ReplayAfterEveryEvent = replayAfterEveryEvent };
        for (var fatal = 1; fatal <= commits; fatal++)
        {
            using var gym = new Gym(spec);
            var killed = await KilledAsync(gym, fatal, afterTheWrite, options);
            // Answers that come together share a commit, so that a run may need fewer commits than the undisturbed one.
            (killed || fatal > commits / 2).ShouldBeTrue($"commit {fatal} never came");

            await gym.RunAsync(options: options);

            gym.Hashes().ShouldBe(hashes, $"killed at commit {fatal}");
            gym.Record.Answers().ShouldBe(answers, $"killed at commit {fatal}");
        }
    }

    [Theory]
    [InlineData(EnvironmentKind.SkillList)]
    [InlineData(EnvironmentKind.SkillTree)]
    public async Task Run_KilledAfterEachOfItsCommits_EndsAsIfNothingHadHappened(EnvironmentKind environment)
    {
        var spec = In(environment);
        var (hashes, answers, commits) = await UndisturbedAsync(spec);
        using var gym = new Gym(spec);
        var lives = 1;
        while (await KilledAsync(gym, fatal: 1, afterTheWrite: true))
        {
            (++lives).ShouldBeLessThan(4 * commits, "the run makes no progress from one life to the next");
        }

        lives.ShouldBeGreaterThan(20);
        gym.Hashes().ShouldBe(hashes);
        gym.Record.Answers().ShouldBe(answers);
    }

    [Fact]
    public async Task LostWrite_OfAnyCommit_IsNoticed()
    {
        var (hashes, answers, commits) = await UndisturbedAsync(Specs.Tiny);
        for (var lost = 1; lost <= commits; lost++)
        {
            using var gym = new Gym(Specs.Tiny);
            var (number, isLost) = (lost, false);
            var noticed = await NoticesAsync(async () =>
            {
                await gym.RunAsync(new JournalHooks { Lose = n => n == number && (isLost = true) });
                gym.Hashes().ShouldBe(hashes);
                gym.Record.Answers().ShouldBe(answers);
            });

            (isLost || lost > commits / 2).ShouldBeTrue($"commit {lost} never came");
            noticed.ShouldBe(isLost, $"commit {lost}");
        }
    }

    private static EpisodeSpec In(EnvironmentKind environment) => environment == EnvironmentKind.SkillTree ? Specs.Tree(of: Specs.Tiny) : Specs.Tiny;

    private static async Task<(SortedDictionary<string, string> Hashes, List<string> Answers, int Commits)> UndisturbedAsync(EpisodeSpec spec)
    {
        using var gym = new Gym(spec);
        var commits = 0;
        await gym.RunAsync(new JournalHooks { After = number => commits = number });
        commits.ShouldBeGreaterThan(30);
        gym.Record.Calls(EpisodeNames.Generate).ShouldContain(call => call.Input.Round > 0, "the run shows top-ups too");
        return (gym.Hashes(), gym.Record.Answers(), commits);
    }

    /// <summary>One life that ends at a commit. Returns whether it came to that.</summary>
    private static async Task<bool> KilledAsync(Gym gym, int fatal, bool afterTheWrite, EngineOptions? options = null)
    {
        try
        {
            // A dead program writes nothing more, whatever its other threads were about to do.
            var hooks = new JournalHooks
            {
                Before = number => DieIf(number > fatal || (number == fatal && !afterTheWrite)),
                After = number => DieIf(number >= fatal),
            };
            await gym.RunAsync(hooks, options);
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    private static void DieIf(bool now)
    {
        if (now)
        {
            throw new KilledException();
        }
    }

    private static async Task<bool> NoticesAsync(Func<Task> check)
    {
        try
        {
            await check();
            return false;
        }
        catch (Exception e) when (e is ShouldAssertException or JournalException or WorkflowDivergedException or ActivityFailedException or ArtifactException)
        {
            return true;
        }
    }
}
