using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Traces;

namespace DataEnvGym.Core.Tests.Traces;

public sealed class TraceBuilderTests
{
    private readonly MemoryStore store = new();

    [Theory]
    [InlineData("ex-1a", "ex-1a")]
    [InlineData("ex-1b", "ex-1b")]
    [InlineData("ex-2", "ex-2c")]
    public async Task Trace_IdOrItsBeginning_FindsTheOne(string id, string found) =>
        (await TraceAsync(id)).Example.Id.ShouldBe(found);

    // An id that another one begins with must stay reachable.
    [Fact]
    public async Task Trace_WholeIdThatAnotherBeginsWith_FindsIt() =>
        (await TraceAsync("ex-1b", ids: ["ex-1a", "ex-1b", "ex-1bb"])).Example.Id.ShouldBe("ex-1b");

    [Theory]
    [InlineData("ex-1", "2 examples have ids that begin with \"ex-1\", such as ex-1a, ex-1b; give more of the id.")]
    [InlineData("ex-9", "no example of the run has an id that begins with \"ex-9\"")]
    public async Task Trace_IdThatIsNotOne_SaysWhatToDo(string id, string problem) =>
        (await Should.ThrowAsync<TraceException>(() => TraceAsync(id))).Message.ShouldStartWith(problem);

    [Fact]
    public async Task Trace_CallsOfTheQuestion_AreFoundWithThoseThatWereLost()
    {
        var trace = await TraceAsync("ex-1a");

        trace.Writing.Calls.Select(call => (call.Request, call.End)).ShouldBe([("first", CallEnd.Lost), ("first", CallEnd.Malformed), ("call-1", CallEnd.Answered)]);
        trace.Writing.Spend.Calls.ShouldBe(3);
        trace.Writing.Examples.ShouldBe(2);
        trace.Writing.MoneyEach.ShouldBe(0.3m);
        trace.Curation.Siblings.ShouldBe(["ex-1b"]);
        trace.Curation.Dropped.ShouldHaveSingleItem().Reason.ShouldBe("duplicate");
    }

    [Fact]
    public async Task Trace_Order_HasErrorsStandingAndWeight()
    {
        var why = (await TraceAsync("ex-1a")).Why;

        why.Order.Count.ShouldBe(7);
        why.Kept.ShouldBe(3);
        why.Errors.Select(error => error.Response).ShouldBe(["five"]);
        why.Standing.ShouldBe(new("add", 10, 3));
        (why.Weight, why.Propensity).ShouldBe((0.25, 0.5));
    }

    [Fact]
    public async Task Trace_RejectedByAPerson_SaysSoAndNamesNoCheckpoint()
    {
        var training = (await TraceAsync("ex-1a", record => record with { Training = null, Approval = new(false, "too easy") })).Training;

        training.NotTrained.ShouldBe("a person rejected the examples of its iteration");
        training.Checkpoints.ShouldBeEmpty();
        training.Chosen.Influence.ShouldBe(ExampleInfluence.None);
    }

    [Fact]
    public async Task Trace_EndedWhileATeacherWasAway_SaysSo() =>
        (await TraceAsync("ex-1a", record => record with { Training = null, Ended = StopReason.User })).Training.NotTrained.ShouldStartWith("the iteration was ended before: ");

    [Fact]
    public async Task Trace_ShownTrainingItem_IsFoundAgain() =>
        (await TraceAsync("ex-1a", shown: ["train-1"])).Why.Items.ShouldBe([new("train-1", "6+6", "12")]);

    [Fact]
    public async Task Trace_ShownTrainingItemIsGone_SaysSo() =>
        (await Should.ThrowAsync<TraceException>(() => TraceAsync("ex-1a", shown: ["train-2"]))).Message
            .ShouldBe("The teacher was shown the training item train-2, and text has none of that name now; restore the data that the run was made with.");

    [Fact]
    public async Task Trace_FilesOfDifferentRuns_AreRefused() =>
        (await Should.ThrowAsync<TraceException>(() => TraceAsync("ex-1a", order: "order-009"))).Message.ShouldEndWith("the run's files do not belong together.");

    private async Task<ExampleTrace> TraceAsync(string id, Func<IterationRecord, IterationRecord>? change = null, string[]? ids = null, string order = "order-001", string[]? shown = null)
    {
        var examples = (ids ?? ["ex-1a", "ex-1b", "ex-2c"]).Select((name, i) => new Example(
            name, $"question {name}", "", "4", "add", new("e", 1, "teacher", "uniform", order, new("w", "hash", i < 2 ? "call-1" : "call-2", ["p-2"], 5) { SourceItems = shown })));
        var record = Given.Iteration(1) with
        {
            Examples = await store.WriteLinesAsync("examples", examples, CoreJson.Default.Example, default),
            Observation = await store.WriteJsonAsync(
                "observation", new Observation(1, 0.3, 10, [new("add", 10, 3)], [new("p-1", "add", "1+1", "three", "2"), new("p-2", "add", "2+2", "five", "4")]), CoreJson.Default.Observation, default),
            Plan = await store.WriteJsonAsync(
                "plan", new Plan(1, "uniform", [new("order-001", "add", 7, ["p-1", "p-2"])], Shares(0.25)) { Propensities = Shares(0.5) }, CoreJson.Default.Plan, default),
            Calls = [(await store.WriteLinesAsync("calls", Calls(), CoreJson.Default.CallRecord, default))!],
            Training = Given.Training(1) with { Data = await store.WriteLinesAsync("data", [new TrainingText("question ex-1a", "4")], CoreJson.Default.TrainingText, default) },
        };
        var dropped = await store.WriteLinesAsync(
            "dropped", [Dropped("call-1"), Dropped("call-2")], CoreJson.Default.DroppedDraft, default);
        var run = new TracedRun(Given.Spec, Given.Checkpoint(0), [TracedIteration.Of((change ?? (same => same))(record)) with { Dropped = dropped }], Best: 0);
        return await new TraceBuilder(store, new TextTask([new("train-1", "6+6", "12")])).TraceAsync(run, id, default);
    }

    private static Dictionary<string, double> Shares(double add) => new() { ["add"] = add };

    private static DroppedDraft Dropped(string request) => new(Given.Draft("again") with { Source = new("w", "hash", request, [], 5) }, "duplicate", "the same question as in order-001");

    private static IEnumerable<CallRecord> Calls() =>
    [
        Call("before", CallEnd.Answered, 0, 4), Call("first", CallEnd.Lost, 0, 5), Call("first", CallEnd.Malformed, 0, 5), Call("call-1", CallEnd.Answered, 1, 5), Call("call-2", CallEnd.Answered, 0, 6),
    ];

    private static CallRecord Call(string request, CallEnd end, int turn, long seed) => new()
    {
        Request = request, Role = TeacherRole.Writer, Teacher = "w", Order = "order-001", Turn = turn, InputTokens = 10, OutputTokens = 5, Money = 0.2m, End = end, Temperature = 1, MaxTokens = 100,
        Seed = seed, StructuredOutput = StructuredOutput.Schema,
    };
}
