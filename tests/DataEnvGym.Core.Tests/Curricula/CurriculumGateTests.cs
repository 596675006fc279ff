using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace DataEnvGym.Core.Tests.Curricula;

public sealed class CurriculumGateTests
{
    private static readonly PairTable Better = new(Both: 40, OnlyBefore: 5, OnlyAfter: 30, Neither: 25);
    private static readonly PairTable Same = new(Both: 500, OnlyBefore: 3, OnlyAfter: 3, Neither: 494);
    private static readonly PairTable Worse = new(Both: 400, OnlyBefore: 100, OnlyAfter: 10, Neither: 490);

    [Fact]
    public void Decide_SignificantlyBetterWithoutGuards_Promotes()
    {
        var decision = CurriculumGate.Decide(new(), Better, []);

        decision.Promote.ShouldBeTrue();
        decision.Select.Before.ShouldBe(0.45);
        decision.Select.After.ShouldBe(0.70);
        decision.Select.N.ShouldBe(100);
        decision.Select.Difference.ShouldBe(Proportions.PairedDifference(Better, 0.95));
        decision.Reason.ShouldStartWith("Significantly better and no guard lost: select +25.0 (");
    }

    [Fact]
    public void Decide_BetterOnlyByLuck_RollsBack()
    {
        var decision = CurriculumGate.Decide(new(), new(Both: 40, OnlyBefore: 8, OnlyAfter: 12, Neither: 40), []);

        decision.Promote.ShouldBeFalse();
        decision.Reason.ShouldStartWith("Not significantly better: select +4.0 (−");
    }

    [Fact]
    public void Decide_SignificantlyWorse_RollsBack() => CurriculumGate.Decide(new(), Worse, []).Promote.ShouldBeFalse();

    [Fact]
    public void Decide_GuardThatHeld_Promotes()
    {
        var decision = CurriculumGate.Decide(Guarded(0.02), Better, [Same]);

        decision.Promote.ShouldBeTrue();
        decision.Guards.ShouldHaveSingleItem().ShouldBe(new("procedural-math", 0.02, decision.Guards[0].Exam, Held: true));
    }

    [Fact]
    public void Decide_GuardThatLost_RollsBackAndSaysWhich()
    {
        var decision = CurriculumGate.Decide(Guarded(0.02, 0.05), Better, [Same, Worse]);

        decision.Promote.ShouldBeFalse();
        decision.Guards.Select(guard => guard.Held).ShouldBe([true, false]);
        decision.Reason.ShouldStartWith("Better, but a guard may have lost more than its margin: procedural-math −9.0 (−");
        decision.Reason.ShouldContain("with a margin of 5.0; select +25.0");
    }

    // Too few items to tell is no licence: the interval, not the estimate, must clear the margin.
    [Fact]
    public void Decide_GuardTooSmallToTell_RollsBack() =>
        CurriculumGate.Decide(Guarded(0.02), Better, [new(Both: 5, OnlyBefore: 0, OnlyAfter: 0, Neither: 5)]).Promote.ShouldBeFalse();

    [Fact]
    public void Decide_LossWithinTheMargin_Promotes() => CurriculumGate.Decide(Guarded(0.2), Better, [Worse]).Promote.ShouldBeTrue();

    [Fact]
    public void Decide_MoreConfidence_AsksForMore()
    {
        var close = new PairTable(Both: 40, OnlyBefore: 8, OnlyAfter: 21, Neither: 31);

        CurriculumGate.Decide(new() { Confidence = 0.95 }, close, []).Promote.ShouldBeTrue();
        CurriculumGate.Decide(new() { Confidence = 0.99 }, close, []).Promote.ShouldBeFalse();
    }

    [Fact]
    public void Decide_ResultsThatAreNotOfTheGuards_Throws() => Should.Throw<ArgumentException>(() => CurriculumGate.Decide(Guarded(0.02), Better, []));

    // A guard can only take a promotion away, and a wider margin can only give it back.
    [Property]
    public bool Decide_Guard_OnlyTakesAway(byte both, byte before, byte after, byte neither, byte guardBefore, byte guardAfter)
    {
        var select = new PairTable(both, before, after, neither + 1);
        var guard = new PairTable(50, guardBefore, guardAfter, 50);
        var free = CurriculumGate.Decide(new(), select, []).Promote;
        var narrow = CurriculumGate.Decide(Guarded(0.01), select, [guard]).Promote;
        var wide = CurriculumGate.Decide(Guarded(0.3), select, [guard]).Promote;
        return (free || !wide) && (wide || !narrow);
    }

    // Champion and challenger changed places are never both better.
    [Property]
    public bool Decide_Mirrored_PromotesAtMostOne(byte both, byte before, byte after, byte neither)
    {
        var select = new PairTable(both, before, after, neither + 1);
        var mirrored = new PairTable(both, after, before, neither + 1);
        return !CurriculumGate.Decide(new(), select, []).Promote || !CurriculumGate.Decide(new(), mirrored, []).Promote;
    }

    private static GateSpec Guarded(params double[] margins) => new() { Guards = [.. margins.Select(margin => new GuardSpec { Margin = margin })] };
}
