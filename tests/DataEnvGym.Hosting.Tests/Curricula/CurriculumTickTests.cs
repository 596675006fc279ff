using DataEnvGym.Core.Curricula;
using DataEnvGym.Hosting.Curricula;

namespace DataEnvGym.Hosting.Tests.Curricula;

public sealed class CurriculumTickTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Tick_BeforeTheTime_DoesNothing()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);

        (await desk.TickAsync(TimeSpan.FromMinutes(59))).ShouldBeEmpty();

        desk.Host.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tick_AtTheTime_StartsOnce()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);

        var tick = (await desk.TickAsync(TimeSpan.FromHours(1))).ShouldHaveSingleItem();
        var again = await desk.TickAsync(TimeSpan.FromSeconds(1));

        tick.ShouldBe(new("hourly", TickDeed.Started, "hourly-1", "It starts from the student's base."));
        again.ShouldBeEmpty();
        desk.Host.Started.ShouldHaveSingleItem().Champion.ShouldBeNull();
    }

    [Fact]
    public async Task Tick_ManyTimesMissed_CatchesUpOnce()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);

        await desk.TickAsync(TimeSpan.FromDays(9));
        await desk.EndAsync("hourly-1", CurriculumVerdict.Promoted);
        await desk.TickAsync(TimeSpan.FromMinutes(30));

        desk.Host.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tick_AfterAPromotion_StartsFromTheChampion()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.TickAsync(TimeSpan.FromHours(1));
        await desk.EndAsync("hourly-1", CurriculumVerdict.Promoted);

        (await desk.TickAsync(TimeSpan.FromHours(1))).ShouldHaveSingleItem().Reason.ShouldBe("It starts from the champion of hourly-1.");

        desk.Host.Started.Last().ShouldSatisfyAllConditions(run => run.Run.ShouldBe("hourly-2"), run => run.Champion.ShouldBe(new("hourly-1", Desk.Checkpoint)));
    }

    [Fact]
    public async Task Tick_WhileARunGoes_IsRefusedAndWrittenDownOnce()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.TickAsync(TimeSpan.FromHours(1));

        (await desk.TickAsync(TimeSpan.FromHours(1))).ShouldHaveSingleItem().Deed.ShouldBe(TickDeed.Overlap);
        (await desk.TickAsync(TimeSpan.FromMinutes(1))).ShouldBeEmpty();
        await desk.EndAsync("hourly-1", CurriculumVerdict.RolledBack);
        (await desk.TickAsync(TimeSpan.FromMinutes(1))).ShouldBeEmpty("a refused tick is not made up for");

        desk.Host.Started.Count.ShouldBe(1);
        (await desk.StateAsync()).Refusals.ShouldHaveSingleItem().ShouldBe(new(new(2026, 3, 1, 14, 0, 0, TimeSpan.Zero), "hourly-1", "overlap"));
    }

    [Theory]
    [InlineData(RunStanding.Ended)]
    [InlineData(RunStanding.Absent)]
    public async Task Tick_RunThatIsDead_IsBuriedAndTheNextOneStarts(RunStanding standing)
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.TickAsync(TimeSpan.FromHours(1));
        desk.Host.Standings["hourly-1"] = standing;

        var ticks = await desk.TickAsync(TimeSpan.FromHours(1));

        ticks.Select(tick => (tick.Deed, tick.Run)).ShouldBe([(TickDeed.Buried, "hourly-1"), (TickDeed.Started, "hourly-2")]);
        var outcome = (await desk.Service.HistoryAsync("hourly", 10, default)).ShouldHaveSingleItem();
        outcome.Verdict.ShouldBe(CurriculumVerdict.Failed);
        outcome.Reason.ShouldBe("The run came to no end: its host has ended it or knows nothing of it.");
        outcome.EndedAt.ShouldBe(desk.Clock.GetUtcNow());
    }

    // Its starter may be between the claim and the start.
    [Fact]
    public async Task Tick_FreshClaimWithoutARun_IsLeftAlone()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.TickAsync(TimeSpan.FromHours(1));
        desk.Host.Standings.Clear();

        (await desk.TickAsync(TimeSpan.FromMinutes(4))).ShouldBeEmpty();
        (await desk.TickAsync(TimeSpan.FromMinutes(1))).ShouldHaveSingleItem().Deed.ShouldBe(TickDeed.Buried);
    }

    [Fact]
    public async Task Tick_InterruptedRun_GoesOn()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.TickAsync(TimeSpan.FromHours(1));
        desk.Host.Standings["hourly-1"] = RunStanding.Interrupted;

        (await desk.TickAsync(TimeSpan.FromMinutes(1))).ShouldHaveSingleItem().ShouldBe(new("hourly", TickDeed.Resumed, "hourly-1", "It was interrupted, and goes on."));

        desk.Host.Started.Select(run => run.Run).ShouldBe(["hourly-1", "hourly-1"]);
    }

    [Fact]
    public async Task Tick_Disabled_DoesNothingAndMissesNothing()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.Service.SetEnabledAsync("hourly", false, default);
        (await desk.TickAsync(TimeSpan.FromHours(3))).ShouldBeEmpty();

        await desk.Service.SetEnabledAsync("hourly", true, default);
        (await desk.TickAsync(TimeSpan.FromMinutes(59))).ShouldBeEmpty("what came while it was disabled is not made up for");
        (await desk.TickAsync(TimeSpan.FromMinutes(1))).ShouldHaveSingleItem().Deed.ShouldBe(TickDeed.Started);
    }

    [Fact]
    public async Task Tick_RunThatCannotBeStarted_IsWrittenDownAndTheOthersAreStarted()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.Service.AddAsync(Desk.Hourly with { Id = "second" }, default);
        desk.Host.OnStart = run => _ = run.Spec.Id == "hourly" ? throw new IOException("the disk is full") : 0;

        var ticks = await desk.TickAsync(TimeSpan.FromHours(1));

        ticks.Select(tick => (tick.Curriculum, tick.Deed)).ShouldBe([("hourly", TickDeed.Failed), ("second", TickDeed.Started)]);
        ticks[0].Reason.ShouldBe("the disk is full");
        (await desk.StateAsync()).Running.ShouldBeNull();
        (await desk.Service.HistoryAsync("hourly", 1, default))[0].Reason.ShouldBe("The run could not be started: the disk is full");
    }

    [Fact]
    public async Task Tick_DocumentThatCannotBeRead_DoesNotKeepTheOthers()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.Book.Documents.PutAsync("curricula/broken.json", "{ half"u8.ToArray(), default);

        var ticks = await desk.TickAsync(TimeSpan.FromHours(1));

        ticks.Select(tick => (tick.Curriculum, tick.Deed)).ShouldBe([("broken", TickDeed.Failed), ("hourly", TickDeed.Started)]);
    }

    [Fact]
    public async Task Tick_ManyHostsAtOnce_StartOneRun()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        for (var round = 1; round <= 5; round++)
        {
            desk.Clock.Advance(TimeSpan.FromHours(1));

            var ticks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.NewService().TickAsync(desk.Clock.GetUtcNow(), default))));

            ticks.SelectMany(tick => tick).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                tick => tick.Deed.ShouldBe(TickDeed.Started), tick => tick.Run.ShouldBe($"hourly-{round}"));
            await desk.EndAsync($"hourly-{round}", CurriculumVerdict.Promoted);
        }

        desk.Host.Started.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Tick_ManyHostsAtADeadRun_BuryItOnceAndStartOne()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.TickAsync(TimeSpan.FromHours(1));
        desk.Host.Standings["hourly-1"] = RunStanding.Ended;
        desk.Clock.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.NewService().TickAsync(desk.Clock.GetUtcNow(), default))));

        desk.Host.Started.Select(run => run.Run).ShouldBe(["hourly-1", "hourly-2"]);
        (await desk.Service.HistoryAsync("hourly", 10, default)).Count.ShouldBe(1);
    }
}
