using DataEnvGym.Core.Curricula;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>A program that runs a curriculum is killed after every commit of its journal and started again, and all is as if nothing had happened.</summary>
public sealed class CurriculumCrashTests
{
    private static readonly CurriculumSpec Tiny = new()
    {
        Id = "tiny",
        Episode = Specs.Tiny with { Task = Specs.Tiny.Task with { Sizes = new() { Probe = 1, Select = 2, Test = 1 } } },
        Gate = new() { Confidence = 0.5, Guards = [new() { Task = new() { Sizes = new() { Select = 1 } }, Margin = 0.2 }] },
    };

    private sealed class KilledException() : Exception("killed");

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Runs_KilledAtEachOfTheirCommits_EndAsIfNothingHadHappened(bool afterTheWrite, bool replayAfterEveryEvent)
    {
        using var undisturbed = new CurriculumGym(Tiny);
        (await undisturbed.RunAsync()).Verdict.ShouldBe(CurriculumVerdict.Promoted, "the crash of a promotion is to be seen too");
        await undisturbed.RunAsync();
        using var gym = new CurriculumGym(Tiny);

        var lives = await LiveAsync(gym, afterTheWrite, replayAfterEveryEvent) + await LiveAsync(gym, afterTheWrite, replayAfterEveryEvent);

        lives.ShouldBeGreaterThan(60);
        gym.Hashes().ShouldBe(undisturbed.Hashes());
    }

    // Before the write of the first commit nothing would ever get on: each life dies at its second commit instead.
    private static async Task<int> LiveAsync(CurriculumGym gym, bool afterTheWrite, bool replayAfterEveryEvent)
    {
        var run = await gym.ClaimAsync();
        for (var lives = 1; ; lives++)
        {
            lives.ShouldBeLessThan(1000, "the run makes no progress from one life to the next");
            var fatal = afterTheWrite ? 1 : 2;
            var hooks = new JournalHooks
            {
                Before = number => DieIf(number > fatal || (number == fatal && !afterTheWrite)),
                After = number => DieIf(number >= fatal),
            };
            try
            {
                await gym.GoOnAsync(run, hooks, new EngineOptions { ReplayAfterEveryEvent = replayAfterEveryEvent });
                return lives;
            }
            catch (KilledException)
            {
            }
        }
    }

    private static void DieIf(bool now)
    {
        if (now)
        {
            throw new KilledException();
        }
    }
}
