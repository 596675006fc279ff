using System.Numerics;
using DataEnvGym.Core.Policies;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DataEnvGym.Core.Tests.Policies;

public sealed class ApportionmentTests
{
    [Theory]
    [InlineData(10, new[] { 1.0, 1, 1 }, new[] { 4, 3, 3 })]
    [InlineData(10, new[] { 6.0, 3, 1 }, new[] { 6, 3, 1 })]
    [InlineData(100, new[] { 43.0, 23, 0, 16, 18 }, new[] { 43, 23, 0, 16, 18 })]
    [InlineData(21, new[] { 1.5, 1.5, 7 }, new[] { 3, 3, 15 })]
    [InlineData(5, new[] { 0.0, 0, 0 }, new[] { 2, 2, 1 })]
    [InlineData(0, new[] { 1.0, 2 }, new[] { 0, 0 })]
    [InlineData(1, new[] { 0.0, 1e-300 }, new[] { 0, 1 })]
    public void LargestRemainder_KnownCase_GivesKnownShares(int total, double[] weights, int[] shares) =>
        Apportionment.LargestRemainder(total, weights).ShouldBe(shares);

    // The three quotas are 4/3, 1/3 and 1/3: equal remainders that floating point tells apart.
    [Fact]
    public void LargestRemainder_EqualRemainders_GoToTheEarlier() => Apportionment.LargestRemainder(2, [4, 1, 1]).ShouldBe([2, 0, 0]);

    [Property(MaxTest = 500)]
    public Property LargestRemainder_AnyWeights_SumsToTotalWithoutNegatives() => Prop.ForAll(Cases(Gen.Choose(0, 1_000_000).Select(n => n / 997.0)), @case =>
    {
        var shares = Apportionment.LargestRemainder(@case.Total, @case.Weights);

        shares.Sum().ShouldBe(@case.Total);
        shares.ShouldAllBe(share => share >= 0);
    });

    // The quota rule, and with it that a larger weight never gets less; checked in whole numbers, which do not round.
    [Property(MaxTest = 500)]
    public Property LargestRemainder_WholeWeights_KeepsQuotaAndOrder() => Prop.ForAll(Cases(Gen.Choose(0, 50).Select(n => (double)n)), @case =>
    {
        var (total, weights) = @case;
        var sum = (long)weights.Sum();

        var shares = Apportionment.LargestRemainder(total, weights);

        for (var i = 0; i < weights.Length; i++)
        {
            var (weight, whole) = sum == 0 ? (1L, (long)weights.Length) : ((long)weights[i], sum);
            var floor = (int)BigInteger.Divide((BigInteger)total * weight, whole);
            var isWhole = (BigInteger)total * weight % whole == 0;
            shares[i].ShouldBeInRange(floor, isWhole ? floor : floor + 1);
            for (var j = 0; j < weights.Length; j++)
            {
                (weights[i] > weights[j] && shares[i] < shares[j]).ShouldBeFalse($"{weights[i]} got {shares[i]}, {weights[j]} got {shares[j]}");
            }
        }
    });

    [Property(MaxTest = 300)]
    public Property LargestRemainder_WholeWeights_IsHamiltonsMethod() => Prop.ForAll(Cases(Gen.Choose(1, 50).Select(n => (double)n)), @case =>
    {
        var (total, weights) = @case;
        var sum = (long)weights.Sum();
        var expected = weights.Select(weight => (int)(total * (long)weight / sum)).ToArray();
        var byRemainder = Enumerable.Range(0, weights.Length).OrderByDescending(i => total * (long)weights[i] % sum).ThenBy(i => i).ToArray();
        foreach (var i in byRemainder.Take(total - expected.Sum()))
        {
            expected[i]++;
        }

        Apportionment.LargestRemainder(total, weights).ShouldBe(expected);
    });

    [Theory]
    [InlineData(1, new double[0])]
    [InlineData(1, new[] { 1, -0.5 })]
    [InlineData(1, new[] { double.NaN })]
    [InlineData(1, new[] { double.PositiveInfinity })]
    [InlineData(-1, new[] { 1.0 })]
    public void LargestRemainder_BadArgument_Throws(int total, double[] weights) =>
        Should.Throw<ArgumentException>(() => Apportionment.LargestRemainder(total, weights));

    private static Arbitrary<(int Total, double[] Weights)> Cases(Gen<double> weight) => Arb.From(
        from total in Gen.Choose(0, 5000)
        from count in Gen.Choose(1, 30)
        from weights in weight.ArrayOf(count)
        select (total, weights));
}
