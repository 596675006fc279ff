using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class EpisodeStateTests
{
    [Theory]
    [InlineData(5, new[] { 4, 3 }, 0)]
    [InlineData(5, new[] { 5, 5 }, 0)]
    [InlineData(5, new[] { 6, 8, 7 }, 2)]
    [InlineData(5, new[] { 7, 8, 8 }, 2)]
    [InlineData(5, new int[0], 0)]
    public void BestIteration_Scores_TakesTheBestAndTheEarliestAmongEquals(int start, int[] scores, int best)
    {
        var state = Given.State(select: start, iterations: [.. scores.Select((score, i) => Given.Iteration(i + 1, score))]);

        state.BestIteration().ShouldBe(best);
        state.After(best).Checkpoint.ShouldBe(Given.Checkpoint(best));
    }

    [Fact]
    public void Current_NoIteration_IsTheBase()
    {
        var state = Given.State(select: 5);

        state.Current().ShouldBe((state.Base!, state.BaseExams!));
    }

    [Fact]
    public void Current_Iterations_IsTheLastEvenIfWorse() =>
        Given.State(select: 5, iterations: [Given.Iteration(1, 7), Given.Iteration(2, 6)]).Current().Checkpoint.ShouldBe(Given.Checkpoint(2));

    [Fact]
    public void Remaining_Spend_IsTakenFromTheLimits()
    {
        var state = Given.State(new() { Stop = new() { Tokens = 100, Money = 2 } }) with { Spend = Given.Tokens(30, 0.5m) };

        state.Remaining().ShouldBe(new Allowance(70, 1.5m));
    }

    [Fact]
    public void Sums_Iterations_AreAddedUp()
    {
        var state = Given.State(iterations: [Given.Iteration(1, examples: 4, training: Given.Training(2.5)), Given.Iteration(2, examples: 3)]);

        state.Examples.ShouldBe(7);
        state.TrainingSeconds.ShouldBe(2.5);
    }

    [Fact]
    public void Examples_RejectedIteration_WasNotTrainedOn() => Given.State(
        iterations: [Given.Iteration(1, examples: 4) with { Approval = new(true) }, Given.Iteration(2, examples: 6) with { Approval = new(false) }]).Examples.ShouldBe(4);
}
