using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Procedural;

namespace DataEnvGym.Domains.Tests.Mathematics.Procedural;

public sealed class ProceduralCorpusTests
{
    private static readonly ProceduralCorpus Corpus = new(3);

    [Fact]
    public void Skills_StrongAndWeak_AreTwoHalves()
    {
        ProceduralCorpus.StrongSkills.Count.ShouldBe(12);
        ProceduralCorpus.WeakSkills.Count.ShouldBe(12);
        ProceduralCorpus.StrongSkills.Concat(ProceduralCorpus.WeakSkills).ShouldBe(ProceduralMath.Skills.Select(s => s.Name), ignoreOrder: true);
    }

    [Fact]
    public void Texts_EachSkill_HasItsNumberOfExamplesFromTheTrainRegion()
    {
        var problems = Corpus.Texts.Select(t => (Text: t, Problem: ProceduralMath.Solve(t.Prompt).ShouldNotBeNull())).ToList();

        problems.ShouldAllBe(p => SplitAssigner.SplitOf(p.Problem) == Split.Train);
        problems.ShouldAllBe(p => p.Text.Target == $"{p.Problem.Solution}#{p.Problem.Answer}");
        var counts = problems.CountBy(p => p.Problem.Skill.Name).ToDictionary();
        ProceduralCorpus.StrongSkills.ShouldAllBe(s => counts[s] == ProceduralCorpus.StrongExamples);
        ProceduralCorpus.WeakSkills.ShouldAllBe(s => counts[s] == ProceduralCorpus.WeakExamples);
    }

    [Fact]
    public void Texts_SameSeed_AreTheSame()
    {
        new ProceduralCorpus(3).Texts.ShouldBe(Corpus.Texts);
        new ProceduralCorpus(4).Texts.Take(100).ShouldNotBe(Corpus.Texts.Take(100));
    }
}
