using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Tests.Episodes;

namespace DataEnvGym.Core.Tests.Policies;

public sealed class TreeRulesTests
{
    [Theory]
    [InlineData("threshold", "maxExamples", "5", "\"alternating\"")]
    [InlineData("random", "threshold", "0.1", "\"threshold\" and \"teacher\"")]
    [InlineData("random", "step", "5", "\"threshold\" and \"teacher\"")]
    [InlineData("alternating", "target", "5", "\"fill-balanced\"")]
    [InlineData("alternating", "cap", "5", "\"fill-balanced\" and \"random\" and \"teacher\"")]
    [InlineData("fill-balanced", "maxActive", "5", "\"random\"")]
    public void Check_ParameterOfAnotherPolicy_IsRefused(string policy, string parameter, string value, string owner) =>
        Problems($$"""{ "tree": { "policy": "{{policy}}", "{{parameter}}": {{value}} } }""").ShouldBe(
            [$"agent.tree.{parameter}: belongs to {owner}, but agent.tree.policy is \"{policy}\"; leave it out or change the policy."]);

    [Fact]
    public void Check_TreeInAnotherEnvironment_IsRefused() =>
        Problems("""{ "tree": { "subskills": 2 } }""", "skill-list").ShouldBe(
            ["agent.tree: belongs to the environment \"skill-tree\", but environment is \"skill-list\"; leave it out or change the environment."]);

    [Fact]
    public void Check_PolicyWithoutASay_IsRefused() =>
        Problems("""{ "policy": { "name": "ucb1" } }""").ShouldHaveSingleItem().ShouldStartWith("agent.policy: has no say in a skill tree");

    [Theory]
    [InlineData("selection")]
    [InlineData("no-state")]
    public void Check_AgentWithoutATeachersView_IsRefused(string kind) =>
        Problems($$"""{ "kind": "{{kind}}" }""").ShouldHaveSingleItem().ShouldStartWith("environment: \"skill-tree\" ");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "tree": { "policy": "fill-balanced", "subskills": 2, "maxSubskills": 4, "target": 50, "cap": 10, "budget": "per-skill" } }""")]
    [InlineData("""{ "policy": { "name": "ucb1" }, "tree": { "policy": "random", "share": "policy", "cap": 5, "maxActive": 2 } }""")]
    [InlineData("""{ "tree": { "policy": "threshold", "threshold": -0.1, "step": 3 } }""")]
    public void Check_WhatGoesTogether_Passes(string agent) => SpecText.Read(Spec(agent, "skill-tree"));

    [Fact]
    public void Spec_TreeLeftPartlyOut_HasItsDefaults()
    {
        var tree = SpecText.Read(Spec("""{ "tree": { "policy": "threshold" } }""", "skill-tree")).Agent.Tree!;

        tree.ShouldBe(new TreeSpec { Policy = TreePolicyKind.Threshold });
        TreePolicyCatalog.MaxSubskills(tree).ShouldBe(10);
        TreePolicyCatalog.Create(tree).Decide(Skills.Trees.View([], ("skill", 1, 0))).Action.ShouldBe(new Core.Skills.Trees.Explore(3, 10));
    }

    private static IReadOnlyList<string> Problems(string agent, string environment = "skill-tree") => SpecText.Problems(Spec(agent, environment));

    private static string Spec(string agent, string environment) => $$"""{ "stop": { "iterations": 1 }, "environment": "{{environment}}", "agent": {{agent}} }""";
}
