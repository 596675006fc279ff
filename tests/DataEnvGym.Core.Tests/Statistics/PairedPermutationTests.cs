using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class PairedPermutationTests
{
    // Darwin's fifteen pairs of maize, in eighths of an inch. Fisher 1935, section 21: 863 of 32,768 patterns of signs give a sum of 314 or more.
    private static readonly double[] Maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

    [Fact]
    public void P_DarwinsMaize_GivesFishersCount() => PairedPermutation.P(Maize, Rng.For(1)).ShouldBe(2 * 863 / 32768.0, 1e-12);

    // The same pairs among many without a difference have the same answer; the pairs twice over are too many to count.
    [Fact]
    public void P_PairsWithoutDifference_CountForNothing() =>
        PairedPermutation.P([.. Maize, .. new double[1000]], Rng.For(1)).ShouldBe(2 * 863 / 32768.0, 1e-12);

    // 100 differences of ±1 that sum to 20: P(|2X − 100| ≥ 20) for X ~ B(100, 1/2) is 0.0569.
    [Fact]
    public void P_ManyPairs_AgreesWithTheBinomialTail()
    {
        var differences = Enumerable.Range(0, 100).Select(i => i < 60 ? 1.0 : -1.0).ToArray();

        PairedPermutation.P(differences, Rng.For(1)).ShouldBe(0.0569, 0.008);
        PairedPermutation.P(differences, Rng.For(1)).ShouldBe(PairedPermutation.P(differences, Rng.For(1)));
    }

    [Fact]
    public void P_ManyPairsAllOnOneSide_IsSmallButNever0() => PairedPermutation.P(Enumerable.Repeat(0.2, 500).ToArray(), Rng.For(1), 999).ShouldBe(0.001, 1e-12);

    // A sum of tenths is no exact number: ties must count all the same.
    [Fact]
    public void P_Tenths_CountsTies() => PairedPermutation.P([0.1, 0.2, 0.3], Rng.For(1)).ShouldBe(2 / 8.0, 1e-12);

    [Fact]
    public void P_NoDifferenceAtAll_Is1()
    {
        PairedPermutation.P([0, 0, 0], Rng.For(1)).ShouldBe(1);
        PairedPermutation.P([], Rng.For(1)).ShouldBe(1);
    }

    // The data's own sum is 5, reached or passed by ±5 and ±7: half of the eight patterns.
    [Fact]
    public void P_FirstDifferenceAgainstTheOthers_CountsEveryPattern() => PairedPermutation.P([-1, 2, 4], Rng.For(1)).ShouldBe(4 / 8.0, 1e-12);

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    public void P_OtherUnit_IsTheSame(double unit) => PairedPermutation.P([0.1 * unit, 0.2 * unit, 0.3 * unit], Rng.For(1)).ShouldBe(2 / 8.0, 1e-12);

    [Fact]
    public void P_TwentyDifferences_AreCountedAndTwentyOneDrawn()
    {
        PairedPermutation.P(Enumerable.Repeat(1.0, 20).ToArray(), Rng.For(1), 999).ShouldBe(2 / Math.Pow(2, 20), 1e-15);
        PairedPermutation.P(Enumerable.Repeat(1.0, 21).ToArray(), Rng.For(1), 999).ShouldBe(0.001, 1e-15);
    }

    [Fact]
    public void P_ManyDifferencesThatCancel_Is1() => PairedPermutation.P([.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? 1.0 : -1.0)], Rng.For(1), 999).ShouldBe(1);
}
