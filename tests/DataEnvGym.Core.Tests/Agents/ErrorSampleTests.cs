using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Tests.Agents;

public sealed class ErrorSampleTests
{
    // Each takes 2 + 1 + 1 tokens at four characters each.
    private static StudentError Short(int number) => new($"item-{number}", "a", $"What? {number:00}", "r", "g");

    private static StudentError Long(int number) => new($"long-{number}", "a", "What?", new string('x', 400), "g");

    [Theory]
    [InlineData(3, 1000, 3)]
    [InlineData(50, 1000, 10)]
    [InlineData(50, 20, 5)]
    [InlineData(50, 3, 0)]
    public void Draw_ManyErrors_StopsAtTheNumberAndAtTheTokens(int most, int tokens, int expected)
    {
        var drawn = new ErrorSample(most, tokens).Draw([.. Enumerable.Range(0, 10).Select(Short)], Rng.For(1, "errors"));

        drawn.Count.ShouldBe(expected);
        drawn.ShouldBeUnique();
    }

    [Fact]
    public void Draw_OneTooLong_MakesRoomForTheNext()
    {
        var drawn = new ErrorSample(12, 40).Draw([Long(1), .. Enumerable.Range(0, 5).Select(Short)], Rng.For(1, "errors"));

        drawn.Count.ShouldBe(5);
        drawn.ShouldNotContain("long-1");
    }

    [Fact]
    public void Draw_TrainingItems_KeepsTheSameRule()
    {
        Item[] items = [new("long", "What?", "g") { Solution = new string('x', 400) }, .. Enumerable.Range(0, 5).Select(i => new Item($"item-{i}", $"What? {i:00}", "g"))];

        new ErrorSample(12, 9).Draw(items, Rng.For(1, "seeds")).Count.ShouldBe(3, "each takes 2 + 0 + 1 tokens");
        new ErrorSample(12, 40).Draw(items, Rng.For(1, "seeds")).Select(item => item.Id).ShouldBe(["item-0", "item-1", "item-2", "item-3", "item-4"], ignoreOrder: true);
        new ErrorSample(2, 4000).Draw(items, Rng.For(1, "seeds")).Count.ShouldBe(2);
    }
}
