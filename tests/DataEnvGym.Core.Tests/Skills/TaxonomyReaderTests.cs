using System.Text;
using System.Text.Json;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Tests.Skills;

public sealed class TaxonomyReaderTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var taxonomy = TaxonomyEdits.Rename(Taxonomies.Of("add: 1 2", "sub: 3"), "sub", "minus") with { Task = new() };
        var read = TaxonomyReader.Read(JsonSerializer.SerializeToUtf8Bytes(taxonomy, CoreJson.Default.Taxonomy), "skills.json");
        TaxonomyId.Of(read).ShouldBe(TaxonomyId.Of(taxonomy));
        (read.Version, read.Parent, read.Note, read.Task).ShouldBe((taxonomy.Version, taxonomy.Parent, taxonomy.Note, taxonomy.Task));
    }

    [Fact]
    public void Read_FileOfAnOlderRun_IsRead() =>
        Read("""{"version": 1, "skills": ["sub", "add"], "assignments": {"1": "add"}}""").Skills.ShouldBe(["add", "sub"]);

    [Theory]
    [InlineData("""{"version": 0, "skills": [], "assignments": {}}""", "version is 0")]
    [InlineData("""{"version": 1, "skills": ["add", "add"], "assignments": {}}""", "\"add\" stands there twice")]
    [InlineData("""{"version": 1, "skills": ["add", null], "assignments": {}}""", "none of them null")]
    [InlineData("""{"version": 1, "skills": ["a/b"], "assignments": {}}""", "without slashes")]
    [InlineData("""{"version": 1, "skills": ["add"], "assignments": {"7": "sub"}}""", "item \"7\" has the skill \"sub\", which is not under skills")]
    [InlineData("""{"version": 1, "skills": ["add"]}""", "skills and assignments must both be there")]
    [InlineData("""{"version": 1, "skils": ["add"]}""", "line 1 is not valid here")]
    [InlineData("null", "the JSON null")]
    public void Read_WhatIsNoTaxonomy_IsRefusedWithItsPlace(string json, string message)
    {
        var error = Should.Throw<TaxonomyException>(() => Read(json));
        error.Message.ShouldStartWith("skills.json: ");
        error.Message.ShouldContain(message);
    }

    [Fact]
    public void Summary_ItemsWithoutSkill_LowerCoverage()
    {
        var summary = TaxonomySummary.Of(Taxonomies.Of("add: 1", "sub: 2 3", "empty:"), ["1", "2", "3", "4"]);
        (summary.Labelled, summary.Items, summary.Coverage).ShouldBe((3, 4, 0.75));
        summary.Sizes.ShouldBe([new("sub", 2), new("add", 1), new("empty", 0)]);
    }

    [Fact]
    public void Gold_TaskWithSkills_AssignsThem()
    {
        var gold = GoldTaxonomy.Of("task", [new Item("1", "?", "!") { Skill = "a/b" }, new Item("2", "?", "!"), new Item("3", "?", "!") { Skill = "c" }]);
        gold.Skills.ShouldBe(["a-b", "c"]);
        gold.SkillOf("2").ShouldBe(Taxonomy.Unlabelled);
    }

    [Fact]
    public void Gold_TaskWithoutSkills_IsRefused() =>
        Should.Throw<TaxonomyException>(() => GoldTaxonomy.Of("gsm8k", [new Item("1", "?", "!")])).Message.ShouldBe("gsm8k names no skills of its own; set skills.source to \"discovered\".");

    private static Taxonomy Read(string json) => TaxonomyReader.Read(Encoding.UTF8.GetBytes(json), "skills.json");
}
