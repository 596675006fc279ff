using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DataEnvGym.Local.Journal;

/// <summary>
/// The durable memory of a run: one SQLite file in write-ahead mode, synchronous at each commit. One process writes it (see
/// <see cref="Runs.RunLock"/>); others may post events and read. Safe for use by many threads.
/// </summary>
public sealed class SqliteJournal : IDisposable
{
    private readonly string path;
    private readonly JournalHooks hooks;
    private readonly SqliteConnection connection;
    private readonly JournalStatements sql;
    private readonly Lock gate = new();
    private int commits;

    private SqliteJournal(string path, JournalHooks hooks)
    {
        this.path = path;
        this.hooks = hooks;
        connection = JournalConnection.Open(path, create: true);
        sql = new JournalStatements(connection);
    }

    /// <summary>Opens the journal at <paramref name="path"/>, making it when it is not there.</summary>
    /// <exception cref="JournalException">The file is not a journal, or a newer program wrote it.</exception>
    public static SqliteJournal Open(string path) => Open(path, new JournalHooks());

    internal static SqliteJournal Open(string path, JournalHooks hooks) => new(path, hooks);

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            sql.Dispose();
            connection.Dispose();
        }
    }

    internal InstanceRecord? Find(string instance) => Reading(() => sql.FindInstance.Read(ToInstance, instance).SingleOrDefault());

    /// <summary>The history of one generation, in order.</summary>
    /// <exception cref="JournalException">A row is missing.</exception>
    internal List<HistoryRow> ReadHistory(string instance, int generation)
    {
        var rows = Reading(() => sql.ReadHistory.Read(r => (Sequence: r.GetInt64(0), Row: ToRow(r)), instance, generation));
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Sequence != i + 1)
            {
                throw new JournalException(
                    $"The journal {path} is damaged: row {i + 1} of instance '{instance}', generation {generation}, is missing; the run cannot be resumed.");
            }
        }

        return rows.ConvertAll(r => r.Row);
    }

    /// <summary>The events of an instance that are not in its history yet, in order of arrival, numbered above <paramref name="after"/>.</summary>
    internal List<InboxEvent> ReadInbox(string instance, long after) =>
        Reading(() => sql.ReadInbox.Read(r => new InboxEvent(r.GetInt64(0), r.GetString(1), r.GetString(2)), instance, after));

    /// <summary>Puts an event into the inbox, durably.</summary>
    internal void Post(string instance, string name, string payload) =>
        Commit(transaction => sql.Post.Execute(transaction, null, instance, name, payload));

    /// <summary>Writes one turn. The table of instances follows from the rows.</summary>
    internal void Commit(Turn turn) => Commit(transaction =>
    {
        var sequence = turn.FirstSequence;
        foreach (var row in turn.Rows)
        {
            sql.AddHistory.Execute(
                transaction, turn.Instance, turn.Generation, sequence++, Text(row.Time), row.Kind.ToString(), row.Step, row.Name, row.Target, row.Payload);
            Project(transaction, turn, row);
        }

        foreach (var returned in turn.Returned)
        {
            sql.Post.Execute(transaction, returned.Step, turn.Instance, returned.Name, returned.Payload);
        }

        Expect(turn, sql.Touch.Execute(transaction, turn.Instance, turn.Generation, turn.Status, Text(turn.Rows[^1].Time)));
    });

    /// <summary>
    /// Takes back the failures of a failed run, in one transaction, so that what failed is under way again and is done anew; what had
    /// succeeded before it stays.
    /// </summary>
    /// <returns>Whether there was a failure that can be taken back.</returns>
    internal bool TakeBackFailures()
    {
        var failed = Reading(() => sql.FindFailed.Read(ToInstance))
            .Select(instance => (Instance: instance, History: ReadHistory(instance.Id, instance.Generation)))
            .Select(failure => (failure.Instance, failure.History, Cut: FailureCut.Find(failure.History)))
            .ToList();
        if (!failed.Exists(failure => failure.Instance.Origin.Length == 0) || failed.Exists(failure => failure.Cut is null))
        {
            return false;
        }

        Commit(transaction =>
        {
            foreach (var (instance, history, cut) in failed)
            {
                foreach (var row in history.Skip(cut!.Value).Where(row => row.Kind == HistoryKind.EventReceived))
                {
                    sql.Post.Execute(transaction, row.Step, instance.Id, row.Name, row.Payload);
                }

                sql.CutHistory.Execute(transaction, instance.Id, instance.Generation, cut.Value + 1);
                sql.Reopen.Execute(transaction, instance.Id);
            }
        });
        return true;
    }

    private void Project(SqliteTransaction transaction, Turn turn, HistoryRow row)
    {
        switch (row.Kind)
        {
            case HistoryKind.ExecutionStarted when turn.Generation == 1:
                sql.AddInstance.Execute(transaction, turn.Instance, row.Name, row.Target, row.Payload, Text(row.Time));
                break;
            case HistoryKind.EventReceived:
                Expect(turn, sql.TakeFromInbox.Execute(transaction, row.Step));
                break;
            case HistoryKind.ContinuedAsNew:
                Expect(turn, sql.NextGeneration.Execute(transaction, turn.Instance, turn.Generation, row.Payload));
                break;
            case HistoryKind.ExecutionCompleted or HistoryKind.ExecutionFailed:
                var state = row.Kind == HistoryKind.ExecutionCompleted ? InstanceState.Completed : InstanceState.Failed;
                Expect(turn, sql.End.Execute(transaction, turn.Instance, turn.Generation, state.ToString(), row.Payload));
                break;
        }
    }

    private void Expect(Turn turn, int changed)
    {
        if (changed != 1)
        {
            throw new JournalException(
                $"The journal {path} does not hold what instance '{turn.Instance}' wrote before: another program changed it; resume the run from a copy.");
        }
    }

    private void Commit(Action<SqliteTransaction> write)
    {
        lock (gate)
        {
            var number = ++commits;
            hooks.Before(number);
            try
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                write(transaction);
                if (!hooks.Lose(number))
                {
                    transaction.Commit();
                }
            }
            catch (SqliteException e)
            {
                throw new JournalException($"The journal {path} cannot be written: {e.Message}; mend that and resume the run.", e);
            }

            hooks.After(number);
        }
    }

    private T Reading<T>(Func<T> read)
    {
        lock (gate)
        {
            try
            {
                return read();
            }
            catch (SqliteException e)
            {
                throw new JournalException($"The journal {path} cannot be read: {e.Message}", e);
            }
        }
    }

    private static InstanceRecord ToInstance(SqliteDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetString(4), Enum.Parse<InstanceState>(r.GetString(5)), r.IsDBNull(6) ? null : r.GetString(6));

    private static HistoryRow ToRow(SqliteDataReader r) => new(
        Enum.Parse<HistoryKind>(r.GetString(2)), Time(r.GetString(1)), r.GetInt64(3), r.GetString(4), r.GetString(5), r.GetString(6));

    internal static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    internal static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("O");
}

/// <summary>An event that waits in the inbox.</summary>
/// <param name="Number">Its place in the order of arrival.</param>
/// <param name="Name">Name of the event.</param>
/// <param name="Payload">JSON.</param>
internal sealed record InboxEvent(long Number, string Name, string Payload);
