using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Tests.Journal;

public sealed class SqliteJournalTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_OfANewerSchema_AsksForANewerProgram()
    {
        SqliteJournal.Open(folder.Journal).Dispose();
        Execute("PRAGMA user_version = 2");

        Should.Throw<JournalException>(() => SqliteJournal.Open(folder.Journal)).Message.ShouldContain("has schema version 2, this program knows versions up to 1");
    }

    [Fact]
    public void Open_OfAJournal_IsDurableAtEachCommit()
    {
        using var connection = JournalConnection.Open(folder.Journal, create: true);

        Scalar("PRAGMA journal_mode").ShouldBe("wal");
        Scalar("PRAGMA synchronous").ShouldBe(2L, "2 is FULL");

        object? Scalar(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar();
        }
    }

    [Fact]
    public void History_WithARowMissing_IsCalledDamaged()
    {
        using var journal = SqliteJournal.Open(folder.Journal);
        journal.Commit(Start());
        Execute("UPDATE history SET sequence = 2");

        Should.Throw<JournalException>(() => journal.ReadHistory("run", 1)).Message.ShouldContain("row 1 of instance 'run', generation 1, is missing");
    }

    [Fact]
    public void Commit_ThatFailsHalfway_WritesNothing()
    {
        using var journal = SqliteJournal.Open(folder.Journal);
        var start = Start();
        // An event that was never in the inbox: the second row cannot be written.
        var turn = start with { Rows = [.. start.Rows, new HistoryRow(HistoryKind.EventReceived, DateTimeOffset.UnixEpoch, 99, "e", "", "1")] };

        Should.Throw<JournalException>(() => journal.Commit(turn));

        journal.ReadHistory("run", 1).ShouldBeEmpty();
        journal.Find("run").ShouldBeNull();
    }

    [Fact]
    public void Commit_ThatReturnsAnEvent_PutsItBackBeforeWhatArrivedLater()
    {
        using var journal = SqliteJournal.Open(folder.Journal);
        journal.Post("run", "e", "1");
        journal.Post("run", "e", "2");
        var taken = new HistoryRow(HistoryKind.EventReceived, DateTimeOffset.UnixEpoch, 1, "e", "", "1");
        var start = Start();
        journal.Commit(start with { Rows = [.. start.Rows, taken] });
        journal.ReadInbox("run", 0).Select(e => e.Payload).ShouldBe(["2"]);

        var end = new HistoryRow(HistoryKind.ContinuedAsNew, DateTimeOffset.UnixEpoch, 0, "main", "", "5");
        journal.Commit(new Turn("run", 1, 3, [end], null, [taken]));

        journal.ReadInbox("run", 0).Select(e => e.Payload).ShouldBe(["1", "2"]);
        journal.Find("run").ShouldBe(new InstanceRecord("run", "main", "", 2, "5"));
    }

    [Fact]
    public void ReadInstances_OfARunThatHasBegun_ShowsWhereItStands()
    {
        using var journal = SqliteJournal.Open(folder.Journal);
        journal.Commit(Start());

        JournalReader.ReadInstances(folder.Journal).ShouldBe([
            new InstanceSummary("run", "main", InstanceState.Running, "begun", 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)]);
    }

    private static Turn Start() =>
        new("run", 1, 1, [new HistoryRow(HistoryKind.ExecutionStarted, DateTimeOffset.UnixEpoch, 0, "main", "", "1")], "begun", []);

    private void Execute(string sql)
    {
        using var connection = JournalConnection.Open(folder.Journal, create: false);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
