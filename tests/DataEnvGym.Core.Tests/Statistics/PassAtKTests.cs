using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class PassAtKTests
{
    // Worked by hand: 1 - C(n-c, k)/C(n, k).
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1, 0, 1, 0)]
    [InlineData(10, 3, 1, 0.3)]
    [InlineData(4, 2, 2, 1 - (1.0 / 6))]
    [InlineData(10, 3, 5, 1 - (21.0 / 252))]
    [InlineData(10, 1, 10, 1)]
    [InlineData(5, 3, 3, 1)]
    [InlineData(5, 0, 5, 0)]
    public void Of_SmallNumbers_IsTheShareOfDrawsWithARightOne(int samples, int correct, int k, double expected) =>
        PassAtK.Of(samples, correct, k).ShouldBe(expected, 1e-12);

    [Fact]
    public void Of_ManySamples_DoesNotOverflow() => PassAtK.Of(100_000, 10, 1_000).ShouldBe(1 - Math.Pow(0.99, 10), 1e-4);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 6, 1)]
    [InlineData(5, -1, 1)]
    [InlineData(5, 1, 0)]
    [InlineData(5, 1, 6)]
    public void Of_ImpossibleNumbers_Throws(int samples, int correct, int k) => Should.Throw<ArgumentOutOfRangeException>(() => PassAtK.Of(samples, correct, k));
}
