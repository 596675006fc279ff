using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Tests.Code.Procedural;

public sealed class ProceduralCodeTaskTests
{
    private static readonly ITask Benchmark = TaskCatalog.Open(new TaskSpec { Name = "procedural-code", Sizes = new() { Test = 60 } });

    [Theory]
    [InlineData(Split.Probe, 30)]
    [InlineData(Split.Select, 30)]
    [InlineData(Split.Test, 60)]
    [InlineData(Split.Train, ProceduralTask.TrainPerSkill)]
    public async Task LoadAsync_EachSplit_HasItsSizePerSkill(Split split, int size)
    {
        var items = await Benchmark.LoadAsync(split, default);

        items.Select(item => item.Id).ShouldBeUnique();
        items.CountBy(item => item.Skill!).ShouldAllBe(pair => pair.Value == size);
        items.CountBy(item => item.Skill!).Count().ShouldBe(18);
        items.ShouldAllBe(item => item.Check != null);
    }

    [Fact]
    public async Task LoadAsync_AllSplits_ShareNoQuestion()
    {
        var questions = new HashSet<string>();
        foreach (var split in Enum.GetValues<Split>())
        {
            foreach (var item in await Benchmark.LoadAsync(split, default))
            {
                questions.Add(Benchmark.Domain.Canonicalize(item.Prompt)).ShouldBeTrue(item.Id);
            }
        }
    }

    [Fact]
    public async Task LoadAsync_TheBenchmark_IsTheSameForEver()
    {
        var items = await Benchmark.LoadAsync(Split.Test, default);
        var text = string.Concat(items.Select(item => $"{item.Id} {item.Prompt} {item.Reference} {item.Check}\n"));

        // Scores of one benchmark are comparable only while this hash stands.
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ShouldBe("1d5f56878bce0bd22e456d62529d0f72df29ebce087351cff9a1bdfd29e86bff");
    }

    [Fact]
    public void Corpus_EachSkill_IsStrongOrWeakAndFromTheTrainRegion()
    {
        var corpus = ProceduralCode.Corpus(3);
        var problems = corpus.Texts.Select(text => (text.Target, Problem: ProceduralCode.Benchmark.Solve(text.Prompt).ShouldNotBeNull())).ToList();

        problems.ShouldAllBe(pair => SplitAssigner.SplitOf(pair.Problem) == Split.Train && pair.Target == pair.Problem.Answer);
        var counts = problems.CountBy(pair => pair.Problem.Skill.Name).ToDictionary();
        (corpus.StrongSkills.Count, corpus.WeakSkills.Count, counts.Count).ShouldBe((9, 9, 18));
        corpus.StrongSkills.ShouldAllBe(skill => counts[skill] == ProceduralCorpus.StrongExamples);
        corpus.WeakSkills.ShouldAllBe(skill => counts[skill] == 6);
    }
}
