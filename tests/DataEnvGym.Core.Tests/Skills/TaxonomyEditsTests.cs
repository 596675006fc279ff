using DataEnvGym.Core.Skills;

namespace DataEnvGym.Core.Tests.Skills;

public sealed class TaxonomyEditsTests
{
    private static readonly Taxonomy Start = Taxonomies.Of("add: 1 2 3", "carry: 4", "sub: 5 6") with { Task = new() { Name = "procedural-math" } };

    [Fact]
    public void Rename_Skill_MakesAVersionThatKnowsItsParent()
    {
        var next = TaxonomyEdits.Rename(Start, "carry", "borrow");
        next.Skills.ShouldBe(["add", "borrow", "sub"]);
        next.SkillOf("4").ShouldBe("borrow");
        (next.Version, next.Parent, next.Note, next.Task).ShouldBe((2, TaxonomyId.Of(Start), "renamed carry to borrow", Start.Task));
        Start.SkillOf("4").ShouldBe("carry");
    }

    [Fact]
    public void Rename_AndBack_IsTheSameTaxonomyInAnotherVersion()
    {
        var there = TaxonomyEdits.Rename(Start, "add", "plus");
        var back = TaxonomyEdits.Rename(there, "plus", "add");
        TaxonomyId.Of(there).ShouldNotBe(TaxonomyId.Of(Start));
        TaxonomyId.Of(back).ShouldBe(TaxonomyId.Of(Start));
        back.Version.ShouldBe(3);
    }

    [Theory]
    [InlineData("carry")]
    [InlineData("sums")]
    public void Merge_Skills_PutsAllTheirItemsTogether(string into)
    {
        var next = TaxonomyEdits.Merge(Start, into, ["add", "carry"]);
        next.Skills.ShouldBe(new[] { into, "sub" }.Order(StringComparer.Ordinal));
        next.Assignments.Where(pair => pair.Value == into).Select(pair => pair.Key).ShouldBe(["1", "2", "3", "4"]);
    }

    [Fact]
    public void Merge_OneSkillIntoAnother_NeedsNoThird() => TaxonomyEdits.Merge(Start, "sub", ["add"]).Skills.ShouldBe(["carry", "sub"]);

    [Fact]
    public void Split_SomeItems_MovesThemAlone()
    {
        var next = TaxonomyEdits.Split(Start, "add", ["1", "3"], "add-large");
        next.Skills.ShouldBe(["add", "add-large", "carry", "sub"]);
        (next.SkillOf("1"), next.SkillOf("2"), next.SkillOf("3")).ShouldBe(("add-large", "add", "add-large"));
        next.Note.ShouldBe("split 2 of 3 items from add into add-large");
    }

    [Fact]
    public void Assign_NewItems_LeavesOldOnesWhereTheyAre()
    {
        var next = TaxonomyEdits.Assign(Start, new Dictionary<string, string> { ["7"] = "sub", ["1"] = "sub" });
        (next.SkillOf("7"), next.SkillOf("1"), next.Assignments.Count).ShouldBe(("sub", "add", 7));
    }

    public static TheoryData<string, Func<Taxonomy>> Refused { get; } = new()
    {
        { "there is no skill ad. Did you mean \"add\"?", () => TaxonomyEdits.Rename(Start, "ad", "plus") },
        { "there is a skill sub already", () => TaxonomyEdits.Rename(Start, "add", "sub") },
        { "\"unlabelled\" cannot be the name", () => TaxonomyEdits.Rename(Start, "add", "unlabelled") },
        { "without slashes", () => TaxonomyEdits.Rename(Start, "add", "a/b") },
        { "has 1 to 60 characters", () => TaxonomyEdits.Rename(Start, "add", "") },
        { "only one skill is named", () => TaxonomyEdits.Merge(Start, "add", ["add"]) },
        { "only one skill is named", () => TaxonomyEdits.Merge(Start, "plus", ["add"]) },
        { "there is no skill mul", () => TaxonomyEdits.Merge(Start, "add", ["sub", "mul"]) },
        { "item 5 is not of the skill add (it is sub)", () => TaxonomyEdits.Split(Start, "add", ["1", "5"], "new") },
        { "3 of the 3 items of add are named", () => TaxonomyEdits.Split(Start, "add", ["1", "2", "3"], "new") },
        { "there is no skill mul", () => TaxonomyEdits.Assign(Start, new Dictionary<string, string> { ["7"] = "mul" }) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Edit_WhatCannotBe_IsRefusedWithTheRemedy(string message, Func<Taxonomy> edit) => Should.Throw<TaxonomyException>(edit).Message.ShouldContain(message);
}
