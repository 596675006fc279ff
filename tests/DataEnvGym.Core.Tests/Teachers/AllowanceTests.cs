using DataEnvGym.Core.Teachers;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DataEnvGym.Core.Tests.Teachers;

public sealed class AllowanceTests
{
    [Property(MaxTest = 500)]
    public Property Split_AnyWeights_NeverExceedsTheWhole() => Prop.ForAll(Cases(), @case =>
    {
        var (tokens, money, weights) = @case;

        var shares = new Allowance(tokens, money).Split(weights);

        shares.Count.ShouldBe(weights.Length);
        shares.Sum(share => (decimal)share.Tokens!.Value).ShouldBeInRange(tokens - weights.Length, tokens);
        shares.Sum(share => share.Money!.Value).ShouldBeInRange(money - 0.000001m, money);
        shares.ShouldAllBe(share => share.Tokens >= 0 && share.Money >= 0);
    });

    // A sixth of a dollar rounds up in the 28 digits of a decimal, so that six of them make more than a dollar.
    [Fact]
    public void Split_SharesThatRoundUp_StayWithinTheMoney() =>
        new Allowance(null, 1).Split([1, 1, 1, 1, 1, 1]).Sum(share => share.Money!.Value).ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void Split_Weights_AreInProportion()
    {
        var shares = new Allowance(100, 10).Split([3, 0, 1]);

        shares.ShouldBe([new(75, 7.5m), new(0, 0), new(25, 2.5m)]);
    }

    [Fact]
    public void Split_LargestLimit_DoesNotOverflow() =>
        new Allowance(long.MaxValue, 1_000_000).Split([int.MaxValue, int.MaxValue])[0].Tokens.ShouldBe(long.MaxValue / 2);

    [Fact]
    public void Split_NoLimit_StaysUnlimited() => Allowance.Unlimited.Split([1, 2]).ShouldBe([Allowance.Unlimited, Allowance.Unlimited]);

    [Fact]
    public void After_Spend_LeavesTheRestAndNeverLessThanNothing()
    {
        new Allowance(100, 5).After(new(1, 30, 20, 2)).ShouldBe(new Allowance(50, 3));
        new Allowance(100, 5).After(new(1, 300, 0, 6)).ShouldBe(new Allowance(0, 0));
        Allowance.Unlimited.After(new(1, 300, 0, 6)).ShouldBe(Allowance.Unlimited);
    }

    [Theory]
    [InlineData(60, 40, 5, true)]
    [InlineData(60, 41, 5, false)]
    [InlineData(1, 1, 6, false)]
    public void Covers_Spend_AsksBothLimits(long input, long output, int money, bool covered) =>
        new Allowance(100, 5).Covers(new(1, input, output, money)).ShouldBe(covered);

    [Fact]
    public void Covers_LimitNotSet_DoesNotCount()
    {
        new Allowance(100, null).Covers(new(1, 100, 0, 1_000_000)).ShouldBeTrue();
        new Allowance(null, 1).Covers(new(1, long.MaxValue, 0, 1)).ShouldBeTrue();
    }

    [Fact]
    public void Spend_Sum_AddsEveryPart()
    {
        var sum = new Spend(1, 2, 3, 0.5m) + new Spend(10, 20, 30, 0.25m);

        sum.ShouldBe(new Spend(11, 22, 33, 0.75m));
        sum.Tokens.ShouldBe(55);
    }

    [Fact]
    public void TokenPrice_CachedTokens_CostTheirOwnPriceOrThatOfInput()
    {
        var price = new TokenPrice { InputPerMillion = 3, OutputPerMillion = 15, CachedInputPerMillion = 1 };
        price.Of(2_000_000, 100_000, 500_000).ShouldBe(4.5m + 0.5m + 1.5m);
        (price with { CachedInputPerMillion = null }).Of(2_000_000, 100_000, 500_000).ShouldBe(7.5m);
        price.AtMost(2_000_000, 100_000).ShouldBe(7.5m);
        (price with { CachedInputPerMillion = 4 }).AtMost(2_000_000, 100_000).ShouldBe(9.5m);
    }

    [Theory]
    [InlineData(100, null, 3)]
    [InlineData(119, 10.0, 3)]
    [InlineData(120, 10.0, 4)]
    [InlineData(39, 10.0, 0)]
    [InlineData(1000, 1.5, 5)]
    [InlineData(null, 0.5, 1)]
    [InlineData(null, 0.25, 0)]
    [InlineData(10, 10.0, 0)]
    [InlineData(null, null, int.MaxValue)]
    public void Times_Calls_AreAsManyAsStillFit(int? tokens, double? money, int times)
    {
        var (spent, each) = (new Spend(1, 10, 10, 0.25m), new Spend(1, 20, 5, 0.25m));
        var allowance = new Allowance(tokens, (decimal?)money);
        allowance.Times(each, spent).ShouldBe(times);
        if (times is > 0 and < int.MaxValue)
        {
            allowance.Covers(Enumerable.Repeat(each, times).Aggregate(spent, Spend.Add)).ShouldBeTrue();
            allowance.Covers(Enumerable.Repeat(each, times + 1).Aggregate(spent, Spend.Add)).ShouldBeFalse();
        }
    }

    [Fact]
    public void TokenPrice_Tokens_CostPerMillion() =>
        new TokenPrice { InputPerMillion = 3, OutputPerMillion = 15 }.Of(2_000_000, 100_000).ShouldBe(7.5m);

    private static Arbitrary<(long Tokens, decimal Money, int[] Weights)> Cases() => Arb.From(
        from tokens in Gen.Choose(0, int.MaxValue)
        from factor in Gen.Elements(1L, 1_000_000_007L)
        from cents in Gen.Choose(0, 100_000_000)
        from weights in Gen.Choose(0, 5000).ListOf()
        select (tokens * factor, cents / 100m, weights.Append(1).ToArray()));
}
