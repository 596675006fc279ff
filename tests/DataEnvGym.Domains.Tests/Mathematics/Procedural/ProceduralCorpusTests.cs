using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Tests.Mathematics.Procedural;

public sealed class ProceduralCorpusTests
{
    private static readonly ProceduralCorpus Corpus = ProceduralMath.Corpus(3);

    [Fact]
    public void Skills_StrongAndWeak_AreTwoHalves()
    {
        Corpus.StrongSkills.Count.ShouldBe(12);
        Corpus.WeakSkills.Count.ShouldBe(12);
        Corpus.StrongSkills.Concat(Corpus.WeakSkills).ShouldBe(ProceduralMath.Skills.Select(s => s.Name), ignoreOrder: true);
    }

    [Fact]
    public void Texts_EachSkill_HasItsNumberOfExamplesFromTheTrainRegion()
    {
        var problems = Corpus.Texts.Select(t => (Text: t, Problem: ProceduralMath.Solve(t.Prompt).ShouldNotBeNull())).ToList();

        problems.ShouldAllBe(p => SplitAssigner.SplitOf(p.Problem) == Split.Train);
        problems.ShouldAllBe(p => p.Text.Target == $"{p.Problem.Solution}#{p.Problem.Answer}");
        var counts = problems.CountBy(p => p.Problem.Skill.Name).ToDictionary();
        Corpus.StrongSkills.ShouldAllBe(s => counts[s] == ProceduralCorpus.StrongExamples);
        Corpus.WeakSkills.ShouldAllBe(s => counts[s] == 40);
    }

    [Fact]
    public void Texts_SameSeed_AreTheSame()
    {
        ProceduralMath.Corpus(3).Texts.ShouldBe(Corpus.Texts);
        ProceduralMath.Corpus(4).Texts.Take(100).ShouldNotBe(Corpus.Texts.Take(100));
    }
}
