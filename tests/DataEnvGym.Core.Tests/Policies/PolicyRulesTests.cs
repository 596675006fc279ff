using DataEnvGym.Core.Tests.Episodes;

namespace DataEnvGym.Core.Tests.Policies;

public sealed class PolicyRulesTests
{
    [Theory]
    [InlineData("uniform", "exponent", "2", "\"error-proportional\" and \"teacher\"")]
    [InlineData("threshold", "floor", "0.5", "\"error-proportional\" and \"teacher\"")]
    [InlineData("uniform", "skills", "[\"a\"]", "\"oracle\"")]
    [InlineData("uniform", "threshold", "0.5", "\"threshold\"")]
    [InlineData("threshold", "low", "0.1", "\"learnability\"")]
    [InlineData("ucb1", "low", "0.9", "\"learnability\"")]
    [InlineData("threshold", "high", "0.9", "\"learnability\"")]
    [InlineData("random", "first", "\"uniform\"", "\"alternating\"")]
    [InlineData("random", "second", "\"alternating\"", "\"alternating\"")]
    [InlineData("random", "second", "\"uniform\"", "\"alternating\"")]
    [InlineData("ucb1", "target", "5", "\"fill-balanced\"")]
    [InlineData("ucb1", "cap", "5", "\"fill-balanced\"")]
    [InlineData("thompson", "exploration", "1", "\"ucb1\"")]
    [InlineData("learnability", "discount", "0.5", "\"ucb1\" and \"thompson\"")]
    public void Check_ParameterOfAnotherPolicy_IsRefused(string name, string parameter, string value, string owner) =>
        Problems($"\"name\": \"{name}\", \"{parameter}\": {value}").ShouldBe(
            [$"agent.policy.{parameter}: belongs to {owner}, but agent.policy.name is \"{name}\"; leave it out or change the name."]);

    [Theory]
    [InlineData("\"name\": \"error-proportional\", \"exponent\": 2, \"floor\": 0")]
    [InlineData("\"name\": \"uniform\", \"exponent\": 1.5, \"floor\": 0.02")]
    [InlineData("\"name\": \"threshold\", \"threshold\": 0.5")]
    [InlineData("\"name\": \"learnability\", \"low\": 0.1, \"high\": 0.9")]
    [InlineData("\"name\": \"alternating\", \"first\": \"random\", \"second\": \"ucb1\", \"exploration\": 2, \"discount\": 1")]
    [InlineData("\"name\": \"alternating\", \"exponent\": 3")]
    [InlineData("\"name\": \"fill-balanced\", \"target\": 50, \"cap\": 10")]
    [InlineData("\"name\": \"thompson\", \"discount\": 0")]
    public void Check_ItsOwnParameters_Pass(string policy) => SpecText.Read($$"""{ "stop": { "iterations": 1 }, "agent": { "policy": { {{policy}} } } }""");

    [Theory]
    [InlineData("\"low\": 0.8", "agent.policy.low: 0.8 is above agent.policy.high, which is 0.75; set it below.")]
    [InlineData("\"low\": 0.6, \"high\": 0.5", "agent.policy.low: 0.6 is above agent.policy.high, which is 0.5; set it below.")]
    public void Check_BandUpsideDown_IsRefused(string band, string problem) => Problems($"\"name\": \"learnability\", {band}").ShouldBe([problem]);

    [Fact]
    public void Check_OracleThatKnowsNothing_IsRefused() =>
        Problems("\"name\": \"oracle\"").ShouldBe(
            ["agent.policy.skills: \"oracle\" gives the budget to the skills that it is told; list at least one, such as [\"percent\"]."]);

    [Fact]
    public void Check_AlternatingWithinItself_IsRefused() =>
        Problems("\"name\": \"alternating\", \"second\": \"alternating\"").ShouldBe(
            ["agent.policy.second: \"alternating\" cannot take turns with itself; name another policy."]);

    [Fact]
    public void Check_ThresholdOfEighty_IsRefusedByTheSchema() =>
        Problems("\"name\": \"threshold\", \"threshold\": 80").ShouldHaveSingleItem().ShouldStartWith("agent.policy.threshold: ");

    private static IReadOnlyList<string> Problems(string policy) => SpecText.Problems($$"""{ "stop": { "iterations": 1 }, "agent": { "policy": { {{policy}} } } }""");
}
