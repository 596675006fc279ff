using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;

namespace DataEnvGym.Core.Tests.Curation;

public sealed class GateTests
{
    private static readonly FormGate Form = new(new() { MaxPromptLength = 10, MaxSolutionLength = 6 });

    [Theory]
    [InlineData("0123456789", "0123", "45")]
    [InlineData("x", "", "1")]
    public void Form_WithinLimits_Passes(string prompt, string solution, string answer) => Form.Check(Given.Draft(prompt, solution, answer)).ShouldBeNull();

    [Theory]
    [InlineData(" ", "", "1", "empty", "no prompt")]
    [InlineData("x", "so", "\n", "empty", "no answer")]
    [InlineData("0123456789a", "", "1", "too-long", "the prompt has 11 characters, 10 are allowed")]
    [InlineData("x", "012345", "6", "too-long", "solution and answer have 7 characters, 6 are allowed")]
    public void Form_Broken_SaysWhy(string prompt, string solution, string answer, string reason, string detail) =>
        Form.Check(Given.Draft(prompt, solution, answer)).ShouldBe(new Rejection(reason, detail));

    [Fact]
    public void Duplicate_SameQuestionInOtherSpacing_IsDropped()
    {
        var gate = new DuplicateGate(new TextDomain());

        gate.Keep(Given.Draft("What is 1 + 1?", order: "order-001"));

        gate.Check(Given.Draft("What is 1 + 2?")).ShouldBeNull();

        gate.Check(Given.Draft("what is  1+1?", order: "order-002")).ShouldBe(new Rejection("duplicate", "the same question as in order-001"));
    }

    [Fact]
    public void Duplicate_QuestionOfEarlierIteration_IsDropped()
    {
        var gate = new DuplicateGate(new TextDomain());
        gate.Remember("What is 1 + 1?", "ex-12");

        gate.Check(Given.Draft("WHAT is 1+1?")).ShouldBe(new Rejection("duplicate", "the same question as in ex-12"));
        gate.Check(Given.Draft("What is 1 + 3?")).ShouldBeNull();
    }

    [Fact]
    public void Sequence_FirstObjection_DecidesAndLaterGatesAreNotAsked()
    {
        var (passing, objecting, never) = (new RecordingGate(null), new RecordingGate(new("b", "")), new RecordingGate(new("c", "")));

        var gates = new GateSequence([passing, objecting, never]);

        gates.Pass(Given.Draft("x"))!.Reason.ShouldBe("b");

        (passing.Asked, objecting.Asked, never.Asked).ShouldBe((1, 1, 0));
        (passing.Kept, objecting.Kept, never.Kept).ShouldBe((0, 0, 0));
        gates.Tallies.Select(tally => (tally.Seen, tally.Dropped)).ShouldBe([(1, 0), (1, 1), (0, 0)]);
    }

    [Fact]
    public void Sequence_NoObjection_PassesAndTellsTheGates()
    {
        var gate = new RecordingGate(null);

        new GateSequence([gate]).Pass(Given.Draft("x")).ShouldBeNull();

        gate.Kept.ShouldBe(1);
    }

    // A dropped draft must not make a good one with the same question a duplicate.
    [Fact]
    public void Sequence_DraftDroppedEarlier_IsNotRememberedAsSeen()
    {
        var gates = new GateSequence([Form, new DuplicateGate(new TextDomain())]);

        gates.Pass(Given.Draft("1 + 1", answer: "")).ShouldNotBeNull();

        gates.Pass(Given.Draft("1 + 1", answer: "2")).ShouldBeNull();
    }

    private sealed class RecordingGate(Rejection? answer) : IGate
    {
        public int Asked { get; private set; }

        public int Kept { get; private set; }

        public string Name => "recording";

        public Rejection? Check(Draft draft)
        {
            Asked++;
            return answer;
        }

        public void Keep(Draft draft) => Kept++;
    }
}
