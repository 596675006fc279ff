using System.Text;
using DataEnvGym.Core;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code;
using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.Domains.Code.Testing;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Tests.Code.Procedural;

public sealed class ProceduralCodeTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Names => new(ProceduralCode.Benchmark.Skills.Select(skill => skill.Name));

    internal static IEnumerable<Problem> Problems(string skill, int perLevel)
    {
        for (var level = 1; level <= ProceduralSkill.Levels; level++)
        {
            var rng = Rng.For(11, skill, $"{level}");
            for (var i = 0; i < perLevel; i++)
            {
                yield return ProceduralCode.Benchmark.Find(skill).Generate(rng, level);
            }
        }
    }

    [SkippableFact]
    public async Task Generate_EverySkill_HasSolutionsThatPassTheirTests()
    {
        var problems = ProceduralCode.Benchmark.Skills.SelectMany(skill => Problems(skill.Name, 6)).ToList();

        var grades = await new CodeGrader(fixture.Sandbox).GradeAsync([.. problems.Select(problem => new ItemResponse(ItemOf(problem), problem.Answer))], default);

        for (var i = 0; i < problems.Count; i++)
        {
            grades[i].Verdict.ShouldBe(Verdict.Correct, $"{problems[i].Prompt} -> {problems[i].Answer}: {grades[i].Diagnostics}");
        }
    }

    [SkippableFact]
    public async Task Generate_EverySkill_HasTestsThatNoticeAnotherConstant()
    {
        var cases = ProceduralCode.Benchmark.Skills.SelectMany(skill => Problems(skill.Name, 4)).SelectMany(problem => Mutants(problem).Select(mutant => (problem, mutant))).ToList();

        var grades = await new CodeGrader(fixture.Sandbox).GradeAsync([.. cases.Select(pair => new ItemResponse(ItemOf(pair.problem), pair.mutant))], default);

        var missed = cases.Zip(grades).Where(pair => pair.Second.Verdict == Verdict.Correct).Select(pair => $"{pair.First.problem.Answer} like {pair.First.mutant}").ToList();
        cases.Count.ShouldBeGreaterThan(300);
        ((double)missed.Count / cases.Count).ShouldBeLessThan(0.03, string.Join('\n', missed));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Recognize_EveryPrompt_TellsSkillAndLevelInOneBenchmarkAlone(string skill)
    {
        foreach (var problem in Problems(skill, 100))
        {
            ProceduralCode.Benchmark.Skills.Count(s => s.Solve(problem.Prompt) is not null).ShouldBe(1, problem.Prompt);
            ProceduralBenchmarks.All.Count(benchmark => benchmark.Recognize(problem.Prompt) is not null).ShouldBe(1, problem.Prompt);
            ProceduralBenchmarks.Recognize($" {problem.Prompt}\n").ShouldBe((problem.Skill, problem.Level), problem.Prompt);
            ProceduralCode.Benchmark.Solve(problem.Prompt).ShouldBe(problem);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_AnyProblem_IsShortPrintableAsciiWithSmallTests(string skill)
    {
        foreach (var problem in Problems(skill, 200))
        {
            (problem.Prompt + problem.Answer).All(c => c is >= ' ' and <= '~').ShouldBeTrue(problem.Prompt);
            problem.Prompt.Length.ShouldBeLessThanOrEqualTo(60, problem.Prompt);
            problem.Answer.Length.ShouldBeLessThanOrEqualTo(60, problem.Answer);
            problem.Solution.ShouldBeEmpty();
            CodeTests.Read(problem.Check.ShouldNotBeNull()).Tests.Count.ShouldBeInRange(5, 20, problem.Prompt);
            Encoding.UTF8.GetByteCount(problem.Check).ShouldBeLessThan(8_000, problem.Prompt);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_ManyProblems_HaveEnoughKeysOnEveryLevel(string skill)
    {
        var keys = Problems(skill, 1_200).DistinctBy(problem => problem.Key).CountBy(problem => problem.Level).ToDictionary();

        keys.Values.ShouldAllBe(count => count >= 200);
        keys.Values.Sum().ShouldBeGreaterThan(1_300);
    }

    [Fact]
    public void Canonicalize_AllProblems_IsTheSameOnlyForTheSameKey()
    {
        var problems = ProceduralCode.Benchmark.Skills.SelectMany(skill => Problems(skill.Name, 300)).ToList();

        problems.GroupBy(problem => $"{problem.Skill.Name} {problem.Key}").ShouldAllBe(twins => twins.Select(twin => twin.Prompt).Distinct().Count() == 1);
        problems.DistinctBy(problem => CodeDomain.ShortFunctions(null!).Canonicalize(problem.Prompt)).Count().ShouldBe(problems.DistinctBy(problem => problem.Prompt).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generate_SameSeed_MakesTheSameProblem(string skill) => Problems(skill, 20).ShouldBe(Problems(skill, 20));

    [Fact]
    public void Skills_OfAllBenchmarks_HaveTheirOwnNames()
    {
        var skills = ProceduralBenchmarks.All.SelectMany(benchmark => benchmark.Skills).ToList();

        ProceduralCode.Benchmark.Skills.Count.ShouldBe(18);
        skills.Select(skill => skill.Name).ShouldBeUnique();
        skills.Select(skill => skill.Description).ShouldBeUnique();
        skills.ShouldAllBe(skill => skill.LevelNames.Distinct().Count() == ProceduralSkill.Levels);
        ProceduralMath.Skills.ShouldBeSubsetOf(skills);
    }

    [Theory]
    [InlineData("f(n): n times 7 plus 12", "n*7+12")]
    [InlineData("f(n): 12 if n is over 40 else 7", "12 if n>40 else 7")]
    [InlineData("f(s): first 4 of s backwards then 'ab'", "s[:4][::-1]+'ab'")]
    [InlineData("f(a): those of a over 7 and under 50", "[x for x in a if 7<x<50]")]
    [InlineData("f(w): words of w joined by 'ab'", "'ab'.join(w)")]
    public void Solve_KnownPrompt_WritesTheExpression(string prompt, string answer) => ProceduralCode.Benchmark.Solve(prompt).ShouldNotBeNull().Answer.ShouldBe(answer);

    [Theory]
    [InlineData("f(s): n times 7 plus 12")]
    [InlineData("f(n): n times 1 plus 12")]
    [InlineData("f(n): n times 07 plus 12")]
    [InlineData("f(n): n but at least 80 and at most 5")]
    [InlineData("f(s): s without 'b' and 'a'")]
    [InlineData("f(n): n times 7 plus 12\nx")]
    [InlineData("347+285")]
    public void Solve_PromptThatNoSkillMakes_IsNothing(string prompt) => ProceduralCode.Benchmark.Solve(prompt).ShouldBeNull();

    private static Item ItemOf(Problem problem) => new(problem.Key, problem.Prompt, problem.Answer) { Check = problem.Check };

    // Each number one more, each text with its first letter changed.
    private static IEnumerable<string> Mutants(Problem problem)
    {
        var code = problem.Answer;
        foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(code, @"(?<![\w\]])[1-9][0-9]*|'[a-z]+'"))
        {
            var changed = match.Value[0] == '\'' ? $"'{(match.Value[1] == 'z' ? 'a' : (char)(match.Value[1] + 1))}{match.Value[2..]}" : $"{int.Parse(match.Value) + 1}";
            yield return code[..match.Index] + changed + code[(match.Index + match.Length)..];
        }
    }
}
