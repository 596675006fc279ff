using System.Text.Json;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.EndToEnd.Tests.Teachers;

/// <summary>Episodes whose teacher does not answer for a while, or ever again.</summary>
public sealed class AbsentTeacherTests
{
    private static EpisodeSpec Spec(ModelServer server, EnvironmentKind environment = EnvironmentKind.OpenEnded) => Specs.Small with
    {
        Environment = environment,
        Teacher = new()
        {
            Kind = TeacherKinds.Compatible, Model = "test-model", Endpoint = server.Address, ApiKeyVariable = "TEST_API_KEY", ExamplesPerCall = 4, MaxTokensPerCall = 1000, Tries = 1,
        },
    };

    [Theory]
    [InlineData(EnvironmentKind.OpenEnded, 0, 60)]
    [InlineData(EnvironmentKind.SkillList, 0, 60)]
    [InlineData(EnvironmentKind.OpenEnded, 5, 60 + 120 + 240 + 480 + 900)]
    public async Task Teacher_AwayForAWhile_IsWaitedForAndNothingElseChanges(EnvironmentKind environment, int probes, int seconds)
    {
        await using var server = await ModelServer.StartAsync();
        using var calm = new Gym(Spec(server, environment));
        var expected = await calm.RunAsync();
        var sold = server.Sales.Count;

        // Four shards are away at first; then one call at a time looks whether the teacher is back. Discovery is a single call.
        var left = environment == EnvironmentKind.SkillList ? 1 : 4 + Math.Max(0, probes - 1);
        server.Ill = () => Interlocked.Decrement(ref left) >= 0 ? 503 : null;
        using var gym = new Gym(Spec(server, environment));
        var report = await gym.RunAsync();

        (report.Seconds.Prepare + report.Seconds.Generate).ShouldBe(seconds);
        report.Spend.ShouldBe(expected.Spend);
        server.Sales.Count.ShouldBe(2 * sold);
        Timeless(gym).ShouldBe(Timeless(calm));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task Teacher_NeverBack_EndsWithTheWallClockAndCountsWhatWasBought(int answers)
    {
        await using var server = await ModelServer.StartAsync();
        var left = answers;
        server.Ill = () => Interlocked.Decrement(ref left) >= 0 ? null : 500;
        using var gym = new Gym(Spec(server) with { Stop = new() { Iterations = 2, WallClock = TimeSpan.FromMinutes(10) } });

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.WallClock);
        report.Iterations.Count.ShouldBe(2);
        report.Seconds.Generate.ShouldBe(600);
        report.Examples.ShouldBe(0);
        gym.Diary.Of<Lesson>().ShouldBeEmpty();
        report.Spend.Calls.ShouldBe(answers);
        report.Spend.Tokens.ShouldBe(server.Sales.Sum(sale => sale.Input + sale.Output));
    }

    [Fact]
    public async Task Teacher_AwayWhileATreeGrows_IsWaitedForAndNothingElseChanges()
    {
        await using var server = await ModelServer.StartAsync();
        using var calm = new Gym(Spec(server, EnvironmentKind.SkillTree));
        var expected = await calm.RunAsync();
        var sold = server.Sales.Count;

        var asked = 0;
        server.Ill = () => Interlocked.Increment(ref asked) is > 20 and <= 24 ? 503 : null;
        using var gym = new Gym(Spec(server, EnvironmentKind.SkillTree));
        var report = await gym.RunAsync();

        report.Seconds.Plan.ShouldBe(60);
        report.Spend.ShouldBe(expected.Spend);
        server.Sales.Count.ShouldBe(2 * sold);
        Timeless(gym).ShouldBe(Timeless(calm));
    }

    [Fact]
    public async Task Teacher_NeverBackWhileATreeGrows_EndsWithTheWallClockAndCountsWhatWasBought()
    {
        await using var server = await ModelServer.StartAsync();
        var left = 25;
        server.Ill = () => Interlocked.Decrement(ref left) >= 0 ? null : 500;
        using var gym = new Gym(Spec(server, EnvironmentKind.SkillTree) with { Stop = new() { Iterations = 2, WallClock = TimeSpan.FromMinutes(10) } });

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.WallClock);
        report.Seconds.Plan.ShouldBe(600);
        report.Examples.ShouldBe(0);
        report.Spend.Calls.ShouldBe(25);
        report.Spend.Tokens.ShouldBe(server.Sales.Sum(sale => sale.Input + sale.Output));
    }

    [Fact]
    public async Task Teacher_NeverThere_EndsWithTheReportOfTheBase()
    {
        await using var server = await ModelServer.StartAsync();
        server.Ill = () => 500;
        using var gym = new Gym(Spec(server, EnvironmentKind.SkillList) with { Stop = new() { WallClock = TimeSpan.FromMinutes(10) } });

        var report = await gym.RunAsync();

        (report.Stopped, report.Iterations.Count, report.Spend.Calls).ShouldBe((StopReason.WallClock, 1, 0));
        report.Seconds.Prepare.ShouldBe(600);
    }

    // The wish comes before the first wait in one case, during a wait in the other.
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Stop_WhileTheTeacherIsAway_EndsTheWait(int call)
    {
        await using var server = await ModelServer.StartAsync();
        using var gym = new Gym(Spec(server));
        var asked = 0;
        server.Ill = () =>
        {
            if (Interlocked.Increment(ref asked) == call)
            {
                gym.Engine!.RaiseEventAsync($"{gym.Id}/{EpisodeNames.IterationInstance(1)}", EpisodeNames.Stop, "enough").Wait();
            }

            return 500;
        };

        var report = await gym.RunAsync();

        (report.Stopped, report.Iterations.Count, report.Examples).ShouldBe((StopReason.User, 2, 0));
    }

    // Every commit of the journal around the wait is a place to die once.
    [Fact]
    public async Task Run_KilledAgainAndAgainWhileItWaits_GoesOnWaitingAndBuysNothingTwice()
    {
        await using var server = await ModelServer.StartAsync();
        using var calm = new Gym(Spec(server));
        await calm.RunAsync();
        var sold = server.Sales.Count;
        using var gym = new Gym(Spec(server));
        var left = 12;
        server.Ill = () => Interlocked.Decrement(ref left) >= 0 ? 503 : null;
        var lives = 1;
        for (; !await LivedAsync(gym); lives++)
        {
            lives.ShouldBeLessThan(100, "the run makes no progress from one life to the next");
        }

        lives.ShouldBeGreaterThan(8);
        server.Sales.Count.ShouldBe(2 * sold);
        server.Sales.Skip(sold).Select(sale => sale.Request).ShouldBeUnique();
        Timeless(gym).ShouldBe(Timeless(calm));
    }

    [Fact]
    public async Task Status_WhileTheTeacherIsAway_SaysSinceWhenAndWhy()
    {
        await using var server = await ModelServer.StartAsync();
        using var gym = new Gym(Spec(server) with { Stop = new() { WallClock = TimeSpan.FromMinutes(2) } });
        server.Ill = () => 503;
        var watch = new Watch();

        await gym.RunAsync(observer: watch);

        var pauses = watch.Seen.Where(status => status.Phase == EpisodeStatus.WaitingForTeacher).ToList();
        pauses.Select(status => status.Pause!.NextTry - status.Pause.Since).ShouldBe([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)]);
        pauses.ShouldAllBe(status => status.Iteration == 1 && status.Pause!.Reason.Contains("it answered 503"));
        watch.Seen.Where(status => status.Phase != EpisodeStatus.WaitingForTeacher).ShouldAllBe(status => status.Pause == null);
    }

    [Fact]
    public async Task Teacher_RefusesTheKeyAfterAWait_FailsAtOnceAndGoesOnWhenMended()
    {
        await using var server = await ModelServer.StartAsync();
        var asked = 0;
        server.Ill = () => Interlocked.Increment(ref asked) <= 4 ? 503 : 401;
        using var gym = new Gym(Spec(server));

        (await Should.ThrowAsync<ActivityFailedException>(() => gym.RunAsync())).Message.ShouldContain("answered 401");
        asked.ShouldBe(5);
        server.Ill = () => null;
        TakeBack(gym);

        (await gym.RunAsync()).Stopped.ShouldBe(StopReason.Iterations);
        gym.Diary.Of<Lesson>().Count.ShouldBe(2);
    }

    private static async Task<bool> LivedAsync(Gym gym)
    {
        try
        {
            await gym.RunAsync(new JournalHooks { Before = number => Die(number >= 6) });
            return true;
        }
        catch (KilledException)
        {
            return false;
        }
    }

    private static void Die(bool now)
    {
        if (now)
        {
            throw new KilledException();
        }
    }

    private static void TakeBack(Gym gym)
    {
        using var journal = SqliteJournal.Open(gym.Folder.Journal);
        journal.TakeBackFailures().ShouldBeTrue();
    }

    // Records of calls hold how long each took.
    private static IEnumerable<KeyValuePair<string, string>> Timeless(Gym gym) =>
        gym.Hashes().Where(file => !file.Key.StartsWith("report", StringComparison.Ordinal) && !file.Key.Contains("calls", StringComparison.Ordinal));

    private sealed class KilledException() : Exception("killed");

    private sealed class Watch : IEngineObserver
    {
        public List<EpisodeStatus> Seen { get; } = [];

        public void ActivityStarted(ActivitySite activity, int attempt)
        {
        }

        public void ActivityProgress(ActivitySite activity, WorkProgress progress)
        {
        }

        public void ActivityCompleted(ActivitySite activity)
        {
        }

        public void ActivityRetrying(ActivitySite activity, int attempt, TimeSpan delay, string message)
        {
        }

        public void ActivityFailed(ActivitySite activity, int attempt, string message)
        {
        }

        public void StatusChanged(string instanceId, string status)
        {
            lock (Seen)
            {
                Seen.Add(JsonSerializer.Deserialize(status, CoreJson.Default.EpisodeStatus)!);
            }
        }
    }
}
