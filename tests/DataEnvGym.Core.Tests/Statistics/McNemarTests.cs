using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class McNemarTests
{
    // Bentur et al. 2009, as analysed by Fagerland, Lydersen and Laake 2013: exact conditional p = 0.0703 = 18/256.
    [Fact]
    public void ExactP_Bentur_GivesPublishedValue() => McNemar.ExactP(new(1, 7, 1, 12)).ShouldBe(18 / 256.0, 1e-12);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(0, 10, 2 / 1024.0)]
    public void ExactP_SmallCounts_GivesBinomialTail(int onlyBefore, int onlyAfter, double p)
    {
        McNemar.ExactP(new(9, onlyBefore, onlyAfter, 9)).ShouldBe(p, 1e-12);
        McNemar.ExactP(new(9, onlyAfter, onlyBefore, 9)).ShouldBe(p, 1e-12);
    }

    // 2^-5000 is no number that a double can hold, the sum over the tail is: P(X ≤ 2450) for 5000 tosses is 0.0808 by the normal approximation.
    [Fact]
    public void ExactP_ThousandsOfPairs_DoesNotUnderflow() => McNemar.ExactP(new(0, 2450, 2550, 0)).ShouldBe(0.1615, 2e-3);
}
