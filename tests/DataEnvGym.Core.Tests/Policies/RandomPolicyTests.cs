using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Policies;

public sealed class RandomPolicyTests
{
    [Fact]
    public void Weigh_OtherSeedOrIteration_DrawsOtherShares()
    {
        var (view, policy) = (Views.Of(1, 2, 3), new RandomPolicy());
        var weights = policy.Weigh(view.In(1)).Weights;

        policy.Weigh(view.In(2)).Weights.ShouldNotBe(weights);
        policy.Weigh(view.In(1, seed: 2)).Weights.ShouldNotBe(weights);
    }

    // The share of one skill among three has mean 1/3 and variance 1/18 in the flat Dirichlet distribution.
    [Fact]
    public void Weigh_ManyIterations_HaveSharesOfTheFlatDirichlet()
    {
        var shares = Enumerable.Range(0, 4000).Select(i => Allotment.Shares(new RandomPolicy().Weigh(Views.Of(0, 9, 20).In(i)).Weights)).ToList();

        for (var skill = 0; skill < 3; skill++)
        {
            var mean = shares.Average(share => share[skill]);
            mean.ShouldBe(1.0 / 3, 0.012);
            shares.Average(share => Math.Pow(share[skill] - mean, 2)).ShouldBe(1.0 / 18, 0.004);
        }
    }

    [Fact]
    public void Weigh_Propensities_AreEqualWhateverIsDrawn() => new RandomPolicy().Weigh(Views.Of(0, 9, 20)).Propensities.ShouldBe([1, 1, 1]);
}
