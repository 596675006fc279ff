using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Tests.Json;

public sealed class SuggestionTests
{
    private static readonly string[] Words = ["iterations", "examples", "tokens", "skill-list"];

    [Theory]
    [InlineData("iteration", "iterations")]
    [InlineData("Iterations", "iterations")]
    [InlineData("itertaions", "iterations")]
    [InlineData("skilllist", "skill-list")]
    [InlineData("token", "tokens")]
    public void Nearest_SlipOfThePen_FindsTheWord(string slip, string meant) => Suggestion.Nearest(slip, Words).ShouldBe(meant);

    [Theory]
    [InlineData("colour")]
    [InlineData("")]
    public void Nearest_NothingLikeIt_IsNone(string word) => Suggestion.Nearest(word, Words).ShouldBeNull();

    [Fact]
    public void Nearest_SeveralNear_TakesTheNearest() => Suggestion.Nearest("best", ["rests", "beast", "nests"]).ShouldBe("beast");

    [Fact]
    public void Nearest_VeryLongWord_IsNone() => Suggestion.Nearest(new string('a', 101), [new string('a', 100)]).ShouldBeNull();

    [Fact]
    public void DidYouMean_Near_IsASentence() => Suggestion.DidYouMean("iteratons", Words).ShouldBe(" Did you mean \"iterations\"?");

    [Fact]
    public void DidYouMean_Far_IsNothing() => Suggestion.DidYouMean("colour", Words).ShouldBe("");
}
