using System.Text.RegularExpressions;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.Domains.Mathematics.Procedural;
using FsCheck;
using FsCheck.Xunit;

namespace DataEnvGym.Domains.Tests.Mathematics;

public sealed class MathDomainTests
{
    private static readonly MathDomain Domain = MathDomain.ShortProblems;

    [Fact]
    public void FormatExample_ProceduralProblem_IsSolutionMarkAnswer() =>
        Domain.FormatExample(" 347+285", "7+5=12,4+8+1=13,3+2+1=6 ", "632").ShouldBe(new TrainingText("347+285\n", "7+5=12,4+8+1=13,3+2+1=6#632"));

    [Fact]
    public void FormatExample_NothingToWorkOut_IsMarkAnswer() =>
        Domain.FormatExample("rev kqm", "", "mqk").Target.ShouldBe("#mqk");

    [Property]
    public bool FormatExample_AnySolution_IsGradedByItsAnswer(NonNull<string> solution, int answer)
    {
        var target = Domain.FormatExample("p", solution.Get, $"{answer}").Target;
        return FinalAnswerGrader.Instance.Grade(new Item("i", "p", $"{answer}"), target).Verdict == Verdict.Correct;
    }

    [Theory]
    [InlineData("final-answer", "7+5=12", "632")]
    [InlineData("final-answer", "", "mqk")]
    [InlineData("final-answer", "First 1.\nThen 2.", "3")]
    [InlineData("math", "So \\frac{1}{2} is left.", "\\frac{1}{2}")]
    [InlineData("math", "", "7")]
    [InlineData("parity", "It is \\boxed{3} first, then more.", "4")]
    public void SplitResponse_WhatFormatExampleWrote_IsPartedAgain(string form, string solution, string answer)
    {
        var domain = MathDomain.StoriesFor(AnswerForm.Of(form, form));
        domain.SplitResponse(domain.FormatExample("p", solution, answer).Target).ShouldBe((solution, answer));
    }

    // Lines of other programs: what is taught has one answer, in the form that the grader looks for.
    [Theory]
    [InlineData("final-answer", "2 + 2 = 4\n#### 4", "2 + 2 = 4#4")]
    [InlineData("final-answer", "four", "#four")]
    [InlineData("math", "We get $\\boxed{4}$.", "We get $\\boxed{4}$.\nFinal Answer: The final answer is $\\boxed{4}$.")]
    public void SplitResponse_OtherForm_IsTaughtInTheTasks(string form, string response, string taught)
    {
        var domain = MathDomain.StoriesFor(AnswerForm.Of(form, form));
        var (solution, answer) = domain.SplitResponse(response);
        domain.FormatExample("p", solution, answer).Target.ShouldBe(taught);
    }

    [Theory]
    [InlineData("347 + 285", "347+285")]
    [InlineData(" 347+285\n", "347+285")]
    [InlineData("285+347", "347+285")]
    [InlineData("REV  abc", "rev\tabc")]
    [InlineData("Tom has 3 pens, buys 4. Total ?", "tom has 3 pens,buys 4.Total?")]
    public void Canonicalize_SameQuestion_IsTheSame(string a, string b) => Domain.Canonicalize(a).ShouldBe(Domain.Canonicalize(b));

    [Theory]
    [InlineData("cmp 12 3", "cmp 1 23")]
    [InlineData("347+285", "347-285")]
    [InlineData("rev abc", "revabc")]
    public void Canonicalize_OtherQuestion_Differs(string a, string b) => Domain.Canonicalize(a).ShouldNotBe(Domain.Canonicalize(b));

    [Property]
    public bool Canonicalize_Twice_ChangesNothing(NonNull<string> prompt)
    {
        var once = Domain.Canonicalize(prompt.Get);
        return Domain.Canonicalize(once) == once;
    }

    [Fact]
    public void Prompts_ExamplesInTheDescription_AreWhatTheBenchmarkSays()
    {
        var examples = Regex.Matches(Domain.Prompts.TaskDescription, "problem: (.+)\nsolution: (.+)\nanswer: (.+)\n");

        examples.Count.ShouldBe(3);
        foreach (Match example in examples)
        {
            var problem = ProceduralMath.Solve(example.Groups[1].Value).ShouldNotBeNull();
            (problem.Solution, problem.Answer).ShouldBe((example.Groups[2].Value, example.Groups[3].Value));
        }
    }

    [Fact]
    public void Prompts_BothKinds_ShareNameAndNotation()
    {
        MathDomain.Stories.Name.ShouldBe(Domain.Name);
        MathDomain.Stories.Prompts.ItemNoun.ShouldBe("problem");
        MathDomain.Stories.Prompts.TaskDescription.ShouldNotBe(Domain.Prompts.TaskDescription);
        MathDomain.Stories.FormatExample("q", "s", "1").ShouldBe(Domain.FormatExample("q", "s", "1"));
    }
}
