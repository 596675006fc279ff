using DataEnvGym.Core;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Tests.Mathematics.Procedural;

public sealed class SkillTests
{
    public static TheoryData<string> Names => SkillData.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_AnyProblem_HasTheRightAnswer(string skill)
    {
        foreach (var problem in SkillData.Problems(skill, 300))
        {
            problem.Answer.ShouldBe(AnswerOracle.Answer(skill, problem.Prompt), problem.Prompt);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_AnySolution_HasOnlyTrueStepsOfSingleDigits(string skill)
    {
        foreach (var problem in SkillData.Problems(skill, 300).Where(p => p.Solution.Length > 0))
        {
            foreach (var step in problem.Solution.Split(','))
            {
                StepChecker.Complaint(skill, step).ShouldBeNull($"{step} in {problem.Prompt} -> {problem.Solution}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Recognize_EveryPrompt_TellsSkillAndLevelAndSolvesIt(string skill)
    {
        foreach (var problem in SkillData.Problems(skill, 200))
        {
            ProceduralMath.Skills.Count(s => s.Solve(problem.Prompt) is not null).ShouldBe(1, problem.Prompt);
            ProceduralMath.Recognize($" {problem.Prompt}\n").ShouldBe((problem.Skill, problem.Level), problem.Prompt);
            ProceduralMath.Solve(problem.Prompt).ShouldBe(problem);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_AnyProblem_IsShortPrintableAscii(string skill)
    {
        foreach (var problem in SkillData.Problems(skill, 300))
        {
            (problem.Prompt + problem.Solution + problem.Answer).All(c => c is >= ' ' and <= '~').ShouldBeTrue(problem.Prompt);
            (problem.Prompt.Length + problem.Solution.Length).ShouldBeLessThanOrEqualTo(90, problem.Prompt);
            problem.Solution.ShouldNotContain('#');
            problem.Answer.ShouldBe(problem.Answer.Trim());
        }
    }

    [Fact]
    public void Generate_AllSkills_AreShortOnAverage() =>
        ProceduralMath.Skills.SelectMany(s => SkillData.Problems(s.Name, 100)).Average(p => p.Prompt.Length + p.Solution.Length).ShouldBeLessThan(35);

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_ManyProblems_HaveThousandsOfKeys(string skill)
    {
        var keys = SkillData.Problems(skill, 3_000).Select(p => p.Key).ToHashSet();

        keys.Count.ShouldBeGreaterThan(2_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_SameSeed_MakesTheSameProblem(string skill)
    {
        SkillData.Problems(skill, 20).ShouldBe(SkillData.Problems(skill, 20));
        SkillData.Problems(skill, 20).Select(p => p.Prompt).Distinct().Count().ShouldBeGreaterThan(50);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_LevelOutOfRange_Throws(string skill)
    {
        var rng = Rng.For(1);

        Should.Throw<ArgumentOutOfRangeException>(() => ProceduralMath.Find(skill).Generate(rng, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => ProceduralMath.Find(skill).Generate(rng, 4));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FormatExample_AnyProblem_GradesAsCorrect(string skill)
    {
        foreach (var problem in SkillData.Problems(skill, 100))
        {
            var target = MathDomain.ShortProblems.FormatExample(problem.Prompt, problem.Solution, problem.Answer).Target;
            FinalAnswerGrader.Instance.Grade(new Item("i", problem.Prompt, problem.Answer), target).Verdict.ShouldBe(Verdict.Correct, target);
        }
    }

    [Fact]
    public void Skills_AllTogether_HaveTheirOwnNamesAndLevelNames()
    {
        ProceduralMath.Skills.Count.ShouldBe(24);
        ProceduralMath.Skills.Select(s => s.Name).ShouldBeUnique();
        ProceduralMath.Skills.Select(s => s.Description).ShouldBeUnique();
        ProceduralMath.Skills.ShouldAllBe(s => s.LevelNames.Distinct().Count() == ProceduralSkill.Levels);
    }
}
