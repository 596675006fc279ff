using DataEnvGym.Core.Curricula;
using FsCheck;
using FsCheck.Xunit;

namespace DataEnvGym.Core.Tests.Curricula;

public sealed class CurriculumScheduleTests
{
    private static readonly EverySoManyMinutes Hourly = new(60);

    [Theory]
    [InlineData(0, TickDecision.NotDue)]
    [InlineData(59, TickDecision.NotDue)]
    [InlineData(60, TickDecision.Due)]
    [InlineData(61, TickDecision.Due)]
    [InlineData(100_000, TickDecision.Due)]
    [InlineData(-100_000, TickDecision.NotDue)]
    public void Decide_MinutesSinceTheLastLook_IsDueFromTheFirstTimeOn(int minutes, TickDecision expected) =>
        CurriculumSchedule.Decide(Looked(At(0)), Hourly, At(minutes)).ShouldBe(expected);

    [Fact]
    public void Decide_RunGoing_IsOverlap() => CurriculumSchedule.Decide(Looked(At(0)).Begin(1, At(0)), Hourly, At(60)).ShouldBe(TickDecision.Overlap);

    [Fact]
    public void Decide_RunGoingBetweenTimes_IsNotDue() => CurriculumSchedule.Decide(Looked(At(0)).Begin(1, At(0)), Hourly, At(59)).ShouldBe(TickDecision.NotDue);

    [Fact]
    public void Decide_Disabled_DoesNothing()
    {
        var state = Looked(At(0));
        state = state with { Spec = state.Spec with { Enabled = false } };

        CurriculumSchedule.Decide(state, Hourly, At(1000)).ShouldBe(TickDecision.Disabled);
    }

    [Fact]
    public void Decide_ScheduleThatNeverComes_IsNotDue() => CurriculumSchedule.Decide(Looked(At(0)), new Never(), At(1_000_000)).ShouldBe(TickDecision.NotDue);

    // Whatever the gaps between two looks, there is one run for each gap in which a time of the schedule lies, and none for the others.
    [Property]
    public void Decide_LooksAtAnyTimes_RunsOncePerGapWithATime(byte every, ushort[] gaps)
    {
        var schedule = new EverySoManyMinutes(every + 1);
        var (state, now, runs, expected) = (Looked(At(0)), 0, 0, 0);
        foreach (var gap in gaps)
        {
            expected += (now + gap) / (every + 1) > now / (every + 1) ? 1 : 0;
            now += gap;
            if (CurriculumSchedule.Decide(state, schedule, At(now)) == TickDecision.Due)
            {
                runs++;
                state = state with { LastTick = At(now) };
            }
        }

        runs.ShouldBe(expected);
    }

    // While a run goes, each gap with a time in it is refused once, and never made up for.
    [Property]
    public void Decide_LooksWhileARunGoes_AreRefusedOnceEach(byte every, ushort[] gaps)
    {
        var schedule = new EverySoManyMinutes(every + 1);
        var (state, now, refused) = (Looked(At(0)).Begin(1, At(0)), 0, 0);
        foreach (var gap in gaps)
        {
            now += gap;
            if (CurriculumSchedule.Decide(state, schedule, At(now)) == TickDecision.Overlap)
            {
                refused++;
                state = state.Refuse(At(now));
                CurriculumSchedule.Decide(state, schedule, At(now)).ShouldBe(TickDecision.NotDue);
            }
        }

        state.Refusals.Count.ShouldBe(Math.Min(refused, 20));
        state.Refusals.ShouldAllBe(refusal => refusal.Run == "nightly-1" && refusal.Reason == "overlap");
        CurriculumSchedule.Decide(state with { Running = null }, schedule, At(now)).ShouldBe(TickDecision.NotDue);
    }

    private static CurriculumState Looked(DateTimeOffset at) => new(new() { Id = "nightly" }, at);

    private static DateTimeOffset At(int minutes) => DateTimeOffset.UnixEpoch.AddMinutes(minutes);

    private sealed class EverySoManyMinutes(int minutes) : ISchedule
    {
        public DateTimeOffset? NextAfter(DateTimeOffset time) =>
            DateTimeOffset.UnixEpoch.AddMinutes((Math.Floor((time - DateTimeOffset.UnixEpoch).TotalMinutes / minutes) + 1) * minutes);
    }

    private sealed class Never : ISchedule
    {
        public DateTimeOffset? NextAfter(DateTimeOffset time) => null;
    }
}
