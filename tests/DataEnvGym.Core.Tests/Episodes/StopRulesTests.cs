using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class StopRulesTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Decide_NothingReached_GoesOn()
    {
        var stop = new StopSpec { Iterations = 3, Examples = 100, Tokens = 100, Money = 1, TrainingSeconds = 100, WallClock = TimeSpan.FromHours(1), Plateau = new() };

        Decide(stop, Given.Iteration(1, training: Given.Training(10))).ShouldBeNull();
    }

    [Fact]
    public void Decide_PersonAsked_IsUser() => StopRules.Decide(Given.State(), Start, stopRequested: true).ShouldBe(StopReason.User);

    [Theory]
    [InlineData(true, false, null)]
    [InlineData(false, false, StopReason.Rejected)]
    [InlineData(false, true, StopReason.User)]
    public void Decide_PersonAnswered_EndsWhenTheExamplesWereRejected(bool approved, bool stop, StopReason? reason)
    {
        var state = Given.State(iterations: [Given.Iteration(1), Given.Iteration(2) with { Approval = new(approved) }]);

        StopRules.Decide(state, Start, stop).ShouldBe(reason);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, StopReason.Iterations)]
    public void Decide_Iterations_CountsTheFinishedOnes(int done, StopReason? reason) =>
        Decide(new() { Iterations = 3 }, [.. Enumerable.Range(1, done).Select(i => Given.Iteration(i))]).ShouldBe(reason);

    [Fact]
    public void Decide_NoIterationAllowed_EndsBeforeTheFirst() => Decide(new() { Iterations = 0 }).ShouldBe(StopReason.Iterations);

    [Theory]
    [InlineData(11, null)]
    [InlineData(10, StopReason.Examples)]
    public void Decide_Examples_AddsUpIterations(int limit, StopReason? reason) =>
        Decide(new() { Examples = limit }, Given.Iteration(1, examples: 4), Given.Iteration(2, examples: 6)).ShouldBe(reason);

    [Fact]
    public void Decide_LastIterationWithoutExamples_IsNoExamples() =>
        Decide(new() { Iterations = 9 }, Given.Iteration(1), Given.Iteration(2, examples: 0)).ShouldBe(StopReason.NoExamples);

    [Fact]
    public void Decide_EarlierIterationWithoutExamples_GoesOn() =>
        Decide(new() { Iterations = 9 }, Given.Iteration(1, examples: 0), Given.Iteration(2)).ShouldBeNull();

    [Theory]
    [InlineData(21, null)]
    [InlineData(20, StopReason.TrainingSeconds)]
    public void Decide_TrainingSeconds_AddsUpTrainings(int limit, StopReason? reason) =>
        Decide(new() { TrainingSeconds = limit }, Given.Iteration(1, training: Given.Training(12)), Given.Iteration(2, training: Given.Training(8))).ShouldBe(reason);

    // A training that was cut may have stopped a little before the limit, because a whole step would not have fitted.
    [Fact]
    public void Decide_TrainingWasCut_IsTrainingSeconds() =>
        Decide(new() { TrainingSeconds = 10 }, Given.Iteration(1, training: Given.Training(9.9, steps: 7))).ShouldBe(StopReason.TrainingSeconds);

    [Theory]
    [InlineData(59, null)]
    [InlineData(60, StopReason.WallClock)]
    public void Decide_WallClock_CountsFromTheStart(int minutes, StopReason? reason) =>
        StopRules.Decide(Given.State(new() { Stop = new() { WallClock = TimeSpan.FromHours(1) } }), Start.AddMinutes(minutes), false).ShouldBe(reason);

    [Theory]
    [InlineData(99, null)]
    [InlineData(100, StopReason.Tokens)]
    [InlineData(101, StopReason.Tokens)]
    public void Decide_Tokens_CountsWhatWasSpent(int spent, StopReason? reason) =>
        StopRules.Decide(Given.State(new() { Stop = new() { Tokens = 100 } }) with { Spend = Given.Tokens(spent) }, Start, false).ShouldBe(reason);

    [Theory]
    [InlineData(0.99, null)]
    [InlineData(1.00, StopReason.Money)]
    public void Decide_Money_CountsWhatWasSpent(double spent, StopReason? reason) =>
        StopRules.Decide(Given.State(new() { Stop = new() { Money = 1 } }) with { Spend = Given.Tokens(5, (decimal)spent) }, Start, false).ShouldBe(reason);

    // No call was made that would have passed the limit, so a little is left: the limit with the smaller share left is named.
    [Theory]
    [InlineData(100, null, 90, 0.0, StopReason.Tokens)]
    [InlineData(null, 1.0, 90, 0.9, StopReason.Money)]
    [InlineData(100, 1.0, 95, 0.9, StopReason.Tokens)]
    [InlineData(100, 1.0, 90, 0.95, StopReason.Money)]
    public void Decide_CallWasLeftOut_NamesTheTighterLimit(int? tokens, double? money, int spent, double dollars, StopReason reason)
    {
        var spec = new EpisodeSpec { Stop = new() { Tokens = tokens, Money = (decimal?)money } };
        var state = Given.State(spec, iterations: Given.Iteration(1) with { AllowanceReached = true }) with { Spend = Given.Tokens(spent, (decimal)dollars) };

        StopRules.Decide(state, Start, false).ShouldBe(reason);
    }

    // All at once; then the first in the order is taken away, and so on.
    [Fact]
    public void Decide_SeveralReached_NamesTheFirstInOrder()
    {
        var stop = new StopSpec { Iterations = 1, Examples = 1, Tokens = 10, TrainingSeconds = 1, WallClock = TimeSpan.FromMinutes(1) };
        var state = Given.State(
            new() { Stop = stop }, iterations: [Given.Iteration(1, examples: 5), Given.Iteration(2, examples: 0, training: Given.Training(2))]) with { Spend = Given.Tokens(10) };
        var late = Start.AddHours(1);

        StopRules.Decide(state, late, true).ShouldBe(StopReason.User);
        StopRules.Decide(state, late, false).ShouldBe(StopReason.Tokens);
        state = state with { Spend = default };
        StopRules.Decide(state, late, false).ShouldBe(StopReason.TrainingSeconds);
        state = state with { Iterations = [state.Iterations[0], state.Iterations[1] with { Training = null }] };
        StopRules.Decide(state, late, false).ShouldBe(StopReason.NoExamples);
        state = state with { Iterations = [state.Iterations[0]] };
        StopRules.Decide(state, late, false).ShouldBe(StopReason.Examples);
        state = state with { Spec = new() { Stop = stop with { Examples = null } } };
        StopRules.Decide(state, late, false).ShouldBe(StopReason.Iterations);
        state = state with { Spec = new() { Stop = stop with { Examples = null, Iterations = null } } };
        StopRules.Decide(state, late, false).ShouldBe(StopReason.WallClock);
    }

    private static StopReason? Decide(StopSpec stop, params IterationRecord[] iterations) =>
        StopRules.Decide(Given.State(new() { Stop = stop }, iterations: iterations), Start, stopRequested: false);
}
