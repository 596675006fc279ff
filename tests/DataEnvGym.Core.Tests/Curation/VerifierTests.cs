using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Curation;

public sealed class VerifierTests
{
    // One letter a solution: r has the draft's answer, w another, - is none; a ? is not to be asked for.
    [Theory]
    [InlineData("rr?", 2, 0, null)]
    [InlineData("rwr", 2, 1, null)]
    [InlineData("-rr", 2, 0, null)]
    [InlineData("ww?", 0, 2, "disagreed")]
    [InlineData("rww", 1, 2, "disagreed")]
    [InlineData("-ww", 0, 2, "disagreed")]
    public async Task Solutions_TwoOfThree_Decide(string script, int agreed, int disagreed, string? reason)
    {
        var judge = new ScriptedJudge(script);

        var finding = (await Verifier(new(), judge).VerifyAsync([Given.Draft("2 + 2", answer: "4")], default)).ShouldHaveSingleItem();

        (finding.Agreed, finding.Disagreed, finding.Rejection?.Reason, finding.Unverified).ShouldBe((agreed, disagreed, reason, false));
        judge.Asked.Count.ShouldBe(script.TrimEnd('?').Length, "no more is asked than needed");
    }

    [Theory]
    [InlineData("--r", 1, 0)]
    [InlineData("-rw", 1, 1)]
    [InlineData("---", 0, 0)]
    public async Task Solutions_TooFew_LeaveItOpen(string script, int agreed, int disagreed)
    {
        var kept = (await Verifier(new(), new ScriptedJudge(script)).VerifyAsync([Given.Draft("2 + 2")], default))[0];
        var dropped = (await Verifier(new(Unverified: WhenInDoubt.Drop), new ScriptedJudge(script)).VerifyAsync([Given.Draft("2 + 2")], default))[0];

        (kept.Agreed, kept.Disagreed, kept.Unverified, kept.Rejection).ShouldBe((agreed, disagreed, true, null));
        dropped.Rejection.ShouldNotBeNull().Reason.ShouldBe("unverified");
    }

    [Theory]
    [InlineData(3, 2, "ww", "2 of 2")]
    [InlineData(3, 2, "rww", "2 of 3")]
    [InlineData(1, 1, "w", "1 of 1")]
    public async Task Rejection_Disagreed_SaysWhatElseWasFound(int solutions, int agree, string script, string differ) =>
        (await Verifier(new(solutions, agree), new ScriptedJudge(script)).VerifyAsync([Given.Draft("2 + 2", answer: "4")], default))[0].Rejection
            .ShouldBe(new("disagreed", $"the answer is 4, and {differ} solutions differ, such as wrong"));

    [Theory]
    [InlineData(3, "judged")]
    [InlineData(4, null)]
    public async Task Rubric_Score_IsHeldAgainstTheThreshold(int score, string? reason)
    {
        var judge = new ScriptedJudge("") { Score = new(score, "a gap") };

        var finding = (await Verifier(new(Solutions: 0, Rubric: new("clear?", Threshold: 4)), judge).VerifyAsync([Given.Draft("2 + 2")], default))[0];

        (finding.Score, finding.Rejection?.Reason, finding.Unverified).ShouldBe((score, reason, false));
        judge.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Rubric_OfARefutedDraft_IsNotAskedFor()
    {
        var judge = new ScriptedJudge("ww") { Score = new(5, "") };

        var finding = (await Verifier(new(Rubric: new()), judge).VerifyAsync([Given.Draft("2 + 2")], default))[0];

        finding.Rejection!.Reason.ShouldBe("disagreed");
        judge.Asked.ShouldBe(["solution-1", "solution-2"]);
    }

    [Fact]
    public async Task Rubric_WithoutAScore_LeavesItOpen() =>
        (await Verifier(new(Solutions: 0, Rubric: new()), new ScriptedJudge("")).VerifyAsync([Given.Draft("2 + 2")], default))[0].Unverified.ShouldBeTrue();

    [Fact]
    public async Task Drafts_ThatAreTheSame_AreAskedAboutOnceAndFindTheSame()
    {
        var judge = new ScriptedJudge("rr");

        var findings = await Verifier(new(), judge).VerifyAsync([Given.Draft("2 + 2"), Given.Draft(" 2+2"), Given.Draft("2 + 3")], default);

        judge.Prompts.ShouldBe([["2 + 2", "2 + 3"], ["2 + 2", "2 + 3"]]);
        findings.Count.ShouldBe(3);
        findings[0].ShouldBe(findings[1]);
    }

    [Fact]
    public async Task Solve_SameQuestionWithOtherAnswers_IsAskedOnceAsItWasFirstWritten()
    {
        var judge = new ScriptedJudge("rr");

        var findings = await Verifier(new(), judge).VerifyAsync([Given.Draft("2 + 2", answer: "4"), Given.Draft(" 2+2", answer: "5")], default);

        judge.Prompts.ShouldBe([["2 + 2"], ["2 + 2"]]);
        findings.Select(finding => (finding.Agreed, finding.Disagreed)).ShouldBe([(2, 0), (0, 2)]);
    }

    // The first call says something that cannot be read and is stopped by the allowance; what the later ones report must not undo it.
    [Fact]
    public async Task Calls_All_AreReported()
    {
        var verifier = Verifier(new(Rubric: new()), new ScriptedJudge("xrr") { Score = new(5, "") });

        await verifier.VerifyAsync([Given.Draft("2 + 2")], default);

        verifier.Calls.Select(call => call.Request).ShouldBe(["solution-1", "solution-2", "solution-3", "rubric"]);
        (verifier.Malformed, verifier.AllowanceReached).ShouldBe((1, true));
    }

    [Fact]
    public async Task Spend_OfAllCalls_IsCountedAndLeavesLessForTheNext()
    {
        var judge = new ScriptedJudge("rwr");
        var verifier = Verifier(new(), judge, new Allowance(100, null));

        await verifier.VerifyAsync([Given.Draft("2 + 2")], default);

        (verifier.Spend.Calls, verifier.Spend.Tokens).ShouldBe((3, 30));
        judge.Allowances.ShouldBe([100, 90, 80]);
    }

    [Fact]
    public async Task Judge_ThatStaysAway_LosesNothingThatWasSpent()
    {
        var away = await Should.ThrowAsync<TeacherUnavailableException>(() => Verifier(new(), new ScriptedJudge("r!")).VerifyAsync([Given.Draft("2 + 2")], default));

        away.Spent.Tokens.ShouldBe(10 + 3);
    }

    private static Verifier Verifier(VerifySpec spec, IJudge judge, Allowance? allowance = null) => new(spec, new AnswerTask(), judge, allowance ?? Allowance.Unlimited, 1);

    /// <summary>Says what its script has for it, one letter for each time that it is asked; at an x, what cannot be read and cannot be asked again for its price.</summary>
    private sealed class ScriptedJudge(string script) : IJudge
    {
        public List<string> Asked { get; } = [];

        public List<IReadOnlyList<string>> Prompts { get; } = [];

        public List<long?> Allowances { get; } = [];

        public JudgeScore? Score { get; init; }

        public Task<JudgeOutcome<string?>> SolveAsync(JudgeRequest request, CancellationToken cancellationToken)
        {
            var letter = script[Asked.Count];
            return letter == '!'
                ? throw new TeacherUnavailableException("gone") { Spent = new(1, 3, 0, 0) }
                : Task.FromResult(Note(request, request.Drafts.Select(draft => letter switch { 'r' => draft.Answer, 'w' => "wrong", _ => null }), letter == 'x'));
        }

        public Task<JudgeOutcome<JudgeScore?>> ScoreAsync(JudgeRequest request, string rubric, CancellationToken cancellationToken) =>
            Task.FromResult(Note(request, request.Drafts.Select(_ => Score)));

        private JudgeOutcome<T> Note<T>(JudgeRequest request, IEnumerable<T> answers, bool isCutShort = false)
        {
            Asked.Add(request.Name);
            Prompts.Add([.. request.Drafts.Select(draft => draft.Prompt)]);
            Allowances.Add(request.Allowance.Tokens);
            var call = new CallRecord
            {
                Request = request.Name, Role = TeacherRole.Judge, Teacher = "judge", InputTokens = 4, OutputTokens = 6, Money = 0, End = CallEnd.Answered, Temperature = 0,
                MaxTokens = 6, Seed = 1, StructuredOutput = StructuredOutput.Prompt,
            };
            return new([.. answers], new(1, 4, 6, 0), isCutShort ? 1 : 0, isCutShort) { Calls = [call] };
        }
    }

    private sealed class AnswerTask : TextGrader, ITask
    {
        public override string Name => "text";

        public IDomain Domain { get; } = new TextDomain();

        public IGrader Grader => this;

        public string Protocol => "";

        public int MaxResponseTokens => 1;

        public Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Grade Grade(Item item, string response) => item.Reference == response ? new(Verdict.Correct, 1, response) : new(Verdict.Wrong, 0, response);
    }
}
