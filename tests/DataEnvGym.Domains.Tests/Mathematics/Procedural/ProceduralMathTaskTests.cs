using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Tests.Mathematics.Procedural;

public sealed class ProceduralMathTaskTests
{
    private static readonly ProceduralMathTask Benchmark = new(new SplitSizes());

    public static TheoryData<string> Names => SkillData.Names;

    [Theory]
    [InlineData(Split.Probe, 30)]
    [InlineData(Split.Select, 30)]
    [InlineData(Split.Test, 50)]
    [InlineData(Split.Train, ProceduralMathTask.TrainPerSkill)]
    public async Task LoadAsync_EachSplit_HasItsSizePerSkillWithLevelsSpread(Split split, int size)
    {
        var items = await Benchmark.LoadAsync(split, default);

        items.Select(i => i.Id).ShouldBeUnique();
        foreach (var skill in ProceduralMath.Skills)
        {
            var own = items.Where(i => i.Skill == skill.Name).ToList();
            own.Count.ShouldBe(size);
            var levels = own.CountBy(i => i.Level ?? 0).Select(l => l.Value).ToList();
            levels.Count.ShouldBe(3);
            (levels.Max() - levels.Min()).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public async Task LoadAsync_Item_IsFilled()
    {
        var item = (await Benchmark.LoadAsync(Split.Test, default))[7];

        item.Id.ShouldBe("procedural-math/add-three-digit/test/0007");
        item.Skill.ShouldBe("add-three-digit");
        var problem = ProceduralMath.Solve(item.Prompt).ShouldNotBeNull();
        (item.Reference, item.Solution, item.Level).ShouldBe((problem.Answer, problem.Solution, problem.Level));
    }

    [Fact]
    public async Task LoadAsync_AllSplits_ShareNoPromptAndNoKey()
    {
        var prompts = new HashSet<string>();
        var keys = new HashSet<string>();
        foreach (var split in Enum.GetValues<Split>())
        {
            foreach (var item in await Benchmark.LoadAsync(split, default))
            {
                prompts.Add(MathDomain.ShortProblems.Canonicalize(item.Prompt)).ShouldBeTrue(item.Id);
                keys.Add($"{item.Skill} {ProceduralMath.Solve(item.Prompt)!.Key}").ShouldBeTrue(item.Id);
            }
        }

        keys.Count.ShouldBe(24 * (30 + 30 + 50 + ProceduralMathTask.TrainPerSkill));
    }

    [Fact]
    public async Task LoadAsync_LargerSize_KeepsTheItemsOfTheSmaller()
    {
        var small = await new ProceduralMathTask(new SplitSizes { Probe = 7 }).LoadAsync(Split.Probe, default);
        var large = await new ProceduralMathTask(new SplitSizes { Probe = 14 }).LoadAsync(Split.Probe, default);

        small.ShouldBeSubsetOf(large);
        small.Count.ShouldBe(24 * 7);
    }

    [Fact]
    public async Task LoadAsync_TheBenchmark_IsTheSameForEver()
    {
        var items = await Benchmark.LoadAsync(Split.Test, default);
        var text = string.Concat(items.Select(i => $"{i.Id} {i.Prompt} {i.Solution} {i.Reference}\n"));

        // Scores of one benchmark are comparable only while this hash stands.
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ShouldBe("5133298afbd55ece9c37cc55d6460598c30ae3102f13dea8be5d2012a90867bc");
    }

    [Fact]
    public async Task LoadAsync_MoreThanThereAre_GivesWhatThereIs()
    {
        var items = await new ProceduralMathTask(new SplitSizes { Select = 180 }).LoadAsync(Split.Select, default);

        var roman = items.Count(i => i.Skill == "roman-numeral");
        roman.ShouldBeInRange(100, 170);
        items.Count(i => i.Skill == "add-three-digit").ShouldBe(180);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GenerateTraining_AnyDraw_IsOutsideTheExam(string skill)
    {
        var rng = Rng.For(23, skill);
        for (var i = 0; i < 300; i++)
        {
            var problem = ProceduralMath.GenerateTraining(rng, ProceduralMath.Find(skill), 1 + (i % 3));
            SplitAssigner.SplitOf(problem).ShouldBe(Split.Train);
        }
    }

    [Fact]
    public async Task GenerateTraining_ManyDraws_NeverMakeAnExamPrompt()
    {
        var exam = new HashSet<string>();
        foreach (var split in new[] { Split.Probe, Split.Select, Split.Test })
        {
            exam.UnionWith((await Benchmark.LoadAsync(split, default)).Select(i => MathDomain.ShortProblems.Canonicalize(i.Prompt)));
        }

        foreach (var skill in ProceduralMath.Skills)
        {
            var rng = Rng.For(29, skill.Name);
            for (var i = 0; i < 1_000; i++)
            {
                var prompt = ProceduralMath.GenerateTraining(rng, skill, 1 + (i % 3)).Prompt;
                exam.ShouldNotContain(MathDomain.ShortProblems.Canonicalize(prompt));
            }
        }
    }

    [Fact]
    public void SplitOf_ManyKeys_HasTheStatedShares()
    {
        var shares = Enumerable.Range(0, 20_000).CountBy(i => SplitAssigner.SplitOf("any", $"{i}")).ToDictionary();

        shares[Split.Train].ShouldBeInRange(13_700, 14_300);
        shares[Split.Probe].ShouldBeInRange(1_450, 1_750);
        shares[Split.Select].ShouldBeInRange(1_450, 1_750);
        shares[Split.Test].ShouldBeInRange(2_600, 3_000);
    }
}
