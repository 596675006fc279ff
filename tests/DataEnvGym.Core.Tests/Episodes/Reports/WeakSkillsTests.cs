using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes.Reports;

namespace DataEnvGym.Core.Tests.Episodes.Reports;

public sealed class WeakSkillsTests
{
    // Best quarter of five, rounded up: two, with a mean of 0.8. Weak is below 0.4, not at it.
    [Fact]
    public void Find_FiveSkills_MeasuresAgainstTheBestTwo() =>
        WeakSkills.Find(Standings(9, 7, 4, 3, 0)).Order().ShouldBe(["skill-3", "skill-4"]);

    // Best quarter of four: one.
    [Fact]
    public void Find_FourSkills_MeasuresAgainstTheBestOne() => WeakSkills.Find(Standings(10, 6, 5, 4)).ShouldBe(["skill-3"]);

    [Fact]
    public void Find_AllEqual_FindsNone() => WeakSkills.Find(Standings(3, 3, 3, 3)).ShouldBeEmpty();

    [Fact]
    public void Find_NothingRightAnywhere_FindsNone() => WeakSkills.Find(Standings(0, 0, 0)).ShouldBeEmpty();

    [Fact]
    public void Find_NoSkills_FindsNone() => WeakSkills.Find([]).ShouldBeEmpty();

    private static SkillStanding[] Standings(params int[] correct) => [.. correct.Select((right, i) => new SkillStanding($"skill-{i}", 10, right))];
}
