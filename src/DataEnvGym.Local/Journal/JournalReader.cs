using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace DataEnvGym.Local.Journal;

/// <summary>Reads where a run stands from its journal, whether or not a process works on it.</summary>
public static class JournalReader
{
    /// <summary>Every instance in the journal, by id.</summary>
    /// <exception cref="JournalException">There is no journal at that path, or it cannot be read.</exception>
    public static IReadOnlyList<InstanceSummary> ReadInstances(string journalPath) => Read(
        journalPath,
        "SELECT id, workflow, state, status, generation, started, updated, result FROM instances ORDER BY id",
        r => new InstanceSummary(
            r.GetString(0),
            r.GetString(1),
            Enum.Parse<InstanceState>(r.GetString(2)),
            r.IsDBNull(3) ? null : r.GetString(3),
            r.GetInt32(4),
            SqliteJournal.Time(r.GetString(5)),
            SqliteJournal.Time(r.GetString(6)),
            r.GetString(2) == nameof(InstanceState.Failed) ? JsonSerializer.Deserialize(r.GetString(7), JournalJson.Default.FailureRecord)!.Message : null));

    /// <summary>Every instance with the JSON of its input and of its result, by id.</summary>
    /// <exception cref="JournalException">There is no journal at that path, or it cannot be read.</exception>
    internal static IReadOnlyList<InstanceRecord> ReadRecords(string journalPath) => Read(
        journalPath,
        "SELECT id, workflow, origin, generation, input, state, result FROM instances ORDER BY id",
        r => new InstanceRecord(
            r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetString(4), Enum.Parse<InstanceState>(r.GetString(5)), r.IsDBNull(6) ? null : r.GetString(6)));

    private static List<T> Read<T>(string journalPath, string query, Func<SqliteDataReader, T> row)
    {
        using var connection = JournalConnection.Open(journalPath, create: false);
        using var statement = new Statement(connection, query);
        try
        {
            return statement.Read(row);
        }
        catch (SqliteException e)
        {
            throw new JournalException($"The journal {journalPath} cannot be read: {e.Message}", e);
        }
    }
}
