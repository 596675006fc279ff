using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Policies;

/// <summary>Cases of DataEnvGym (arXiv 2410.06215): the alternating policy and the deficits of the fill-balanced one, as orders from one budget.</summary>
public sealed class TurnsTests
{
    // DataEnvGym (arXiv 2410.06215): no history → explore, after an explore → exploit, after an exploit → explore; here without rounds that make no data.
    [Fact]
    public void Alternating_IterationByIteration_TakesTurns()
    {
        var policy = PolicyCatalog.Create(new() { Name = PolicyKind.Alternating, First = PolicyKind.Uniform, Second = PolicyKind.Threshold });

        Enumerable.Range(1, 4).Select(iteration => policy.Weigh(Views.Of(0, 20).In(iteration)).Weights)
            .ShouldBe([[1.0, 1.0], [1.0, 0.0], [1.0, 1.0], [1.0, 0.0]]);
    }

    [Fact]
    public void Alternating_Defaults_AreUniformThenErrorProportionalWithItsParameters()
    {
        var policy = PolicyCatalog.Create(new() { Name = PolicyKind.Alternating, Exponent = 2, Floor = 0 });

        policy.Weigh(Views.Of(0, 10).In(1)).Weights.ShouldBe([1, 1]);
        policy.Weigh(Views.Of(0, 10).In(2)).Weights.ShouldBe([1, 0.25]);
    }

    // DataEnvGym (arXiv 2410.06215): delta = min(deficit, cap − current) with orders that end with their round, so current is 0; a finished one gets nothing.
    [Theory]
    [InlineData(100, null, new double[] { 100, 70, 0, 0 })]
    [InlineData(100, 80, new double[] { 80, 70, 0, 0 })]
    [InlineData(130, 50, new double[] { 50, 50, 30, 10 })]
    [InlineData(20, null, new double[] { 20, 0, 0, 0 })]
    public void FillBalanced_ExamplesSoFar_AreMissingUpToTheCap(int target, int? cap, double[] weights) =>
        PolicyCatalog.Create(new() { Name = PolicyKind.FillBalanced, Target = target, Cap = cap })
            .Weigh(Views.Of(5, 5, 5, 5).After(Views.Past([0, 0, 0, 0], 0, 20, 60, 120), Views.Past([1, 1, 1, 1], 0, 10, 40, 0))).Weights.ShouldBe(weights);

    [Fact]
    public void FillBalanced_AllFull_SharesEqually() =>
        Allotment.Shares(PolicyCatalog.Create(new() { Name = PolicyKind.FillBalanced, Target = 10 })
            .Weigh(Views.Of(5, 5).After(Views.Past([0, 0], 10, 300))).Weights).ShouldBe([0.5, 0.5]);

    [Fact]
    public void FillBalanced_Defaults_FillTo400WithoutACap() =>
        PolicyCatalog.Create(new() { Name = PolicyKind.FillBalanced }).Weigh(Views.Of(5, 5).After(Views.Past([0, 0], 0, 300))).Weights.ShouldBe([400, 100]);
}
