using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Client = DataEnvGym.Teachers.Tests.Support.Offline;

namespace DataEnvGym.Teachers.Tests.Offline;

public sealed class OfflineExamplesTests
{
    private static readonly ProceduralSkill Skill = ProceduralMath.Skills[1];

    private static List<Problem> Recognized(WriteExamplesAnswer answer) =>
        [.. answer.Examples.Select(example => ProceduralMath.Solve(example.Prompt).ShouldNotBeNull())];

    private static IEnumerable<string> Errors(ProceduralSkill skill, int level, int count)
    {
        var rng = Rng.For(11, skill.Name, $"{level}");
        return Enumerable.Range(0, count).Select(_ => skill.Generate(rng, level).Prompt);
    }

    [Fact]
    public async Task Write_AnySkill_IsRightAndWithoutRepeats()
    {
        foreach (var skill in ProceduralMath.Skills)
        {
            var answer = await Client.Teacher().WriteAsync(20, skill.Name);
            answer.Exhausted.ShouldBeFalse();
            answer.Examples.Select(example => example.Prompt).ShouldBeUnique();
            foreach (var (example, problem) in answer.Examples.Zip(Recognized(answer)))
            {
                problem.Skill.ShouldBe(skill);
                example.ShouldBe(new WrittenExample(problem.Prompt, problem.Solution, problem.Answer));
            }
        }
    }

    [Fact]
    public async Task Write_SkillByItsDescription_IsThatSkill() =>
        Recognized(await Client.Teacher().WriteAsync(5, Skill.Description)).ShouldAllBe(problem => problem.Skill == Skill);

    [Fact]
    public async Task Write_Subskill_IsThatLevel()
    {
        for (var level = 1; level <= 3; level++)
        {
            var answer = await Client.Teacher().WriteAsync(15, $"{Skill.Name}/{SkillName.Normalize(Skill.LevelNames[level - 1])}");
            Recognized(answer).ShouldAllBe(problem => problem.Skill == Skill && problem.Level == level);
        }
    }

    [Theory]
    [InlineData("juggling")]
    [InlineData("juggling/three-balls")]
    [InlineData("{0}/juggling")]
    public async Task Write_UnknownSkill_IsExhausted(string skill)
    {
        var answer = await Client.Teacher().WriteAsync(5, string.Format(skill, Skill.Name));
        answer.Examples.ShouldBeEmpty();
        answer.Exhausted.ShouldBeTrue();
    }

    [Fact]
    public async Task Write_SkillThatAPersonNamed_IsToldByItsErrors()
    {
        var (problem, unreadable) = (ProceduralMath.GenerateTraining(Rng.For(1, "named"), Skill, 2), "What is juggling?");
        Recognized(await Client.Teacher().WriteAsync(5, "juggling", [problem.Prompt, unreadable])).ShouldAllBe(made => made.Skill == Skill && made.Level == 2);
        (await Client.Teacher().WriteAsync(5, "juggling", [unreadable])).Exhausted.ShouldBeTrue();
    }

    [Fact]
    public async Task Write_NothingGiven_SpreadsOverAllSkillsAndLevels()
    {
        var problems = Recognized(await Client.Teacher().WriteAsync(600));
        problems.Select(problem => problem.Skill).Distinct().Count().ShouldBe(ProceduralMath.Skills.Count);
        foreach (var level in problems.GroupBy(problem => problem.Level))
        {
            level.Count().ShouldBeInRange(150, 250);
        }
    }

    [Fact]
    public async Task Write_ErrorsWithoutSkill_FollowsTheErrorsSkillsAndLevels()
    {
        var errors = Errors(ProceduralMath.Skills[0], 1, 2).Concat(Errors(ProceduralMath.Skills[2], 3, 6)).Append("Who wrote Hamlet?");
        var problems = Recognized(await Client.Teacher().WriteAsync(200, errors: errors));
        var counts = problems.CountBy(problem => (problem.Skill.Name, problem.Level)).ToDictionary();
        counts.Keys.ShouldBe([(ProceduralMath.Skills[0].Name, 1), (ProceduralMath.Skills[2].Name, 3)], ignoreOrder: true);
        counts[(ProceduralMath.Skills[2].Name, 3)].ShouldBeInRange(125, 175);
    }

    [Fact]
    public async Task Write_ErrorsWithSkill_LeansTowardsTheirLevelHalfOfTheTime()
    {
        var errors = Errors(Skill, 3, 4).Concat(Errors(ProceduralMath.Skills[0], 1, 4));
        var problems = Recognized(await Client.Teacher().WriteAsync(300, Skill.Name, errors));
        problems.ShouldAllBe(problem => problem.Skill == Skill);
        problems.Count(problem => problem.Level == 3).ShouldBeInRange(170, 230);
        problems.Count(problem => problem.Level == 1).ShouldBeInRange(30, 75);
    }

    [Fact]
    public async Task Write_ErrorsItCannotRead_ChangeNothingOfTheSpread()
    {
        var problems = Recognized(await Client.Teacher().WriteAsync(100, errors: ["Who wrote Hamlet?"]));
        problems.Select(problem => problem.Skill).Distinct().Count().ShouldBeGreaterThan(ProceduralMath.Skills.Count / 2);
    }
}
