using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Tests.Curricula;

public sealed class CurriculumBookTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private readonly MemoryDocuments documents = new();
    private readonly CurriculumBook book;

    public CurriculumBookTests() => book = new(documents);

    [Fact]
    public async Task Close_Promoted_MakesItsCheckpointTheChampion()
    {
        await GoingAsync();

        (await book.CloseAsync("nightly", Promoted, default)).ShouldBe(Promoted);

        var state = await StateAsync();
        state.Running.ShouldBeNull();
        state.Champion.ShouldBe(new("nightly-1", Given.Checkpoint(3)));
    }

    [Theory]
    [InlineData(CurriculumVerdict.RolledBack)]
    [InlineData(CurriculumVerdict.Failed)]
    public async Task Close_NotPromoted_LeavesTheChampion(CurriculumVerdict verdict)
    {
        await GoingAsync(state => state with { Champion = new("nightly-0", Given.Checkpoint(1)) });

        await book.CloseAsync("nightly", Promoted with { Verdict = verdict }, default);

        var state = await StateAsync();
        state.Running.ShouldBeNull();
        state.Champion.ShouldBe(new("nightly-0", Given.Checkpoint(1)));
    }

    [Fact]
    public async Task Close_SecondTime_WritesNothing()
    {
        await GoingAsync();
        await book.CloseAsync("nightly", Promoted, default);
        var writes = documents.Writes;

        await book.CloseAsync("nightly", Promoted, default);

        documents.Writes.ShouldBe(writes);
    }

    // A host that holds the run for dead and the run itself may both close it: one of them is believed, by both.
    [Fact]
    public async Task Close_AfterAnotherOutcomeWasWritten_TheFirstOneCounts()
    {
        await GoingAsync();
        var dead = Promoted with { Verdict = CurriculumVerdict.Failed, Reason = "dead", Challenger = null };
        await book.CloseAsync("nightly", dead, default);

        (await book.CloseAsync("nightly", Promoted, default)).Reason.ShouldBe("dead");

        (await StateAsync()).Champion.ShouldBeNull();
    }

    // Killed between the two writes: the next try finishes what was begun.
    [Fact]
    public async Task Close_OutcomeWrittenButStateNot_IsFinished()
    {
        await GoingAsync();
        await documents.TryCreateAsync(CurriculumBook.EntryOf("nightly", 1), Promoted, CoreJson.Default.CurriculumOutcome, default);

        await book.CloseAsync("nightly", Promoted with { Verdict = CurriculumVerdict.Failed }, default);

        (await StateAsync()).Champion!.Run.ShouldBe("nightly-1");
    }

    [Fact]
    public async Task Close_StateChangedInBetween_KeepsTheChange()
    {
        await GoingAsync();
        documents.Meanwhile = async () =>
        {
            var found = await book.FindAsync("nightly", default);
            (await book.TryReplaceAsync(found!.Value.Refuse(Now.AddHours(1)), found.Version, default)).ShouldBeTrue();
        };

        await book.CloseAsync("nightly", Promoted, default);

        var state = await StateAsync();
        state.Champion.ShouldNotBeNull();
        state.Refusals.ShouldHaveSingleItem().At.ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public async Task Close_LateOutcomeOfAnOlderRun_LeavesTheRunThatIsGoing()
    {
        await GoingAsync(state => (state with { Running = null }).Begin(2, Now));

        await book.CloseAsync("nightly", Promoted, default);

        var state = await StateAsync();
        state.Running!.Number.ShouldBe(2);
        state.Champion.ShouldBeNull();
    }

    [Fact]
    public async Task Close_CurriculumRemoved_Throws() =>
        (await Should.ThrowAsync<DocumentException>(() => book.CloseAsync("nightly", Promoted, default))).Message.ShouldContain("curricula/nightly/history/000001.json");

    [Fact]
    public async Task List_WithHistories_NamesCurriculaAlone()
    {
        await GoingAsync();
        await book.CloseAsync("nightly", Promoted, default);

        (await book.ListAsync(default)).ShouldBe(["nightly"]);
    }

    private static CurriculumOutcome Promoted { get; } = new(1, "nightly-1", Now, Now, CurriculumVerdict.Promoted, "better") { Challenger = Given.Checkpoint(3) };

    private async Task GoingAsync(Func<CurriculumState, CurriculumState>? change = null)
    {
        var state = new CurriculumState(new() { Id = "nightly", Episode = Given.Spec }, Now).Begin(1, Now);
        await documents.TryCreateAsync(CurriculumBook.StateOf("nightly"), change?.Invoke(state) ?? state, CoreJson.Default.CurriculumState, default);
    }

    private async Task<CurriculumState> StateAsync() => (await book.FindAsync("nightly", default))!.Value;
}
