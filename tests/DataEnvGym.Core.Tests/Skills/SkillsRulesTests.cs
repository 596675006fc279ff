using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Skills;

namespace DataEnvGym.Core.Tests.Skills;

public sealed class SkillsRulesTests
{
    private static readonly EpisodeSpec Spec = Given.Spec with { Environment = EnvironmentKind.SkillList };

    public static TheoryData<SkillsSpec, string> Refused { get; } = new()
    {
        { new() { Source = SkillSource.File }, "skills.file: the source \"file\" needs one" },
        { new() { File = "skills.json" }, "skills.file: \"skills.json\" would not be read with the source \"discovered\"" },
        { new() { Source = SkillSource.Gold, Count = 5 }, "skills.count: 5 says how many" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Check_FieldsThatDoNotGoTogether_AreRefused(SkillsSpec skills, string message) =>
        SkillsRules.Check(Spec with { Skills = skills }).ShouldHaveSingleItem().ShouldStartWith(message);

    [Fact]
    public void Check_EnvironmentWithoutSkills_IsRefused() =>
        SkillsRules.Check(Spec with { Environment = EnvironmentKind.OpenEnded, Skills = new() }).ShouldHaveSingleItem().ShouldStartWith("skills: \"open-ended\" has no skills");

    [Fact]
    public void Check_GoldOfATaskWithoutSkills_IsRefused() =>
        SkillsRules.Check(Spec with { Task = new() { Name = "gsm8k" }, Skills = new() { Source = SkillSource.Gold } }).ShouldHaveSingleItem().ShouldStartWith("skills.source: gsm8k");

    [Fact]
    public void Check_EachSourceAsMeant_Passes()
    {
        foreach (var skills in (SkillsSpec?[])[null, new() { Count = 12 }, new() { Source = SkillSource.Gold }, new() { Source = SkillSource.File, File = "skills.json" }])
        {
            SkillsRules.Check(Spec with { Skills = skills }).ShouldBeEmpty();
        }
    }

    [Fact]
    public void EpisodeId_WithoutSkills_IsThatOfBeforeThereWereAny()
    {
        var id = EpisodeIds.Of(Spec);
        EpisodeIds.Of(Spec with { Skills = new() { Source = SkillSource.Gold } }).ShouldNotBe(id);
        EpisodeIds.Of(Spec with { Skills = new() { Source = SkillSource.File, File = "/a/skills.json" } })
            .ShouldBe(EpisodeIds.Of(Spec with { Skills = new() { Source = SkillSource.File, File = "/b/skills.json" } }));
    }
}
