using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class PairTableTests
{
    [Fact]
    public void Of_TwoExaminations_CountsWhoWasRight()
    {
        var table = PairTable.Of(Given.Answers("++++---+-"), Given.Answers("++--+++--"));

        table.ShouldBe(new PairTable(Both: 2, OnlyBefore: 3, OnlyAfter: 3, Neither: 1));
        table.Total.ShouldBe(9);
    }

    [Fact]
    public void Of_OtherOrder_PairsByItem()
    {
        var before = Given.Answers("+-+-");

        PairTable.Of(before, Given.Answers("+-+-").AsEnumerable().Reverse().ToList()).ShouldBe(new PairTable(2, 0, 0, 2));
    }

    [Fact]
    public void Of_OtherItems_Throws() =>
        Should.Throw<ArgumentException>(() => PairTable.Of(Given.Answers("++"), Given.Answers("++", prefix: "other-"))).Message.ShouldContain("same items");

    [Fact]
    public void Of_OneOtherItemOrOneTwice_Throws()
    {
        var (before, other) = (Given.Answers("++"), Given.Answers("++", prefix: "other-"));

        Should.Throw<ArgumentException>(() => PairTable.Of(before, [before[0], other[1]])).Message.ShouldContain("same items");
        Should.Throw<ArgumentException>(() => PairTable.Of(before, [before[0], before[0]])).Message.ShouldContain("same items");
    }

    [Theory]
    [InlineData("++", "+")]
    [InlineData("+", "++")]
    public void Of_MoreOrFewerItems_Throws(string before, string after) =>
        Should.Throw<ArgumentException>(() => PairTable.Of(Given.Answers(before), Given.Answers(after)));
}
