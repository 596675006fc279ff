using Microsoft.Data.Sqlite;

namespace DataEnvGym.Local.Journal;

/// <summary>The statements of a journal, prepared once for its connection.</summary>
internal sealed class JournalStatements(SqliteConnection connection) : IDisposable
{
    public Statement FindInstance { get; } = new(
        connection, "SELECT id, workflow, origin, generation, input, state, result FROM instances WHERE id = $id", "$id");

    public Statement FindFailed { get; } = new(
        connection, "SELECT id, workflow, origin, generation, input, state, result FROM instances WHERE state = 'Failed' ORDER BY id");

    public Statement ReadHistory { get; } = new(
        connection,
        "SELECT sequence, time, kind, step, name, target, payload FROM history WHERE instance = $instance AND generation = $generation ORDER BY sequence",
        "$instance", "$generation");

    public Statement ReadInbox { get; } = new(
        connection, "SELECT id, name, payload FROM inbox WHERE instance = $instance AND id > $after ORDER BY id", "$instance", "$after");

    public Statement AddInstance { get; } = new(
        connection,
        """
        INSERT INTO instances(id, workflow, origin, generation, input, state, started, updated)
        VALUES ($id, $workflow, $origin, 1, $input, 'Running', $time, $time)
        """,
        "$id", "$workflow", "$origin", "$input", "$time");

    public Statement AddHistory { get; } = new(
        connection,
        """
        INSERT INTO history(instance, generation, sequence, time, kind, step, name, target, payload)
        VALUES ($instance, $generation, $sequence, $time, $kind, $step, $name, $target, $payload)
        """,
        "$instance", "$generation", "$sequence", "$time", "$kind", "$step", "$name", "$target", "$payload");

    public Statement NextGeneration { get; } = new(
        connection,
        "UPDATE instances SET generation = generation + 1, input = $input WHERE id = $id AND generation = $generation AND state = 'Running'",
        "$id", "$generation", "$input");

    public Statement End { get; } = new(
        connection,
        "UPDATE instances SET state = $state, result = $result WHERE id = $id AND generation = $generation AND state = 'Running'",
        "$id", "$generation", "$state", "$result");

    public Statement CutHistory { get; } = new(
        connection, "DELETE FROM history WHERE instance = $instance AND generation = $generation AND sequence >= $sequence", "$instance", "$generation", "$sequence");

    public Statement Reopen { get; } = new(connection, "UPDATE instances SET state = 'Running', result = NULL WHERE id = $id", "$id");

    public Statement Touch { get; } = new(
        connection,
        "UPDATE instances SET status = coalesce($status, status), updated = $time WHERE id = $id AND generation >= $generation",
        "$id", "$generation", "$status", "$time");

    public Statement Post { get; } = new(
        connection,
        "INSERT INTO inbox(id, instance, name, payload) VALUES ($id, $instance, $name, $payload)",
        "$id", "$instance", "$name", "$payload");

    public Statement TakeFromInbox { get; } = new(connection, "DELETE FROM inbox WHERE id = $id", "$id");

    public void Dispose()
    {
        foreach (var statement in (Statement[])
            [FindInstance, FindFailed, ReadHistory, ReadInbox, AddInstance, AddHistory, NextGeneration, End, CutHistory, Reopen, Touch, Post, TakeFromInbox])
        {
            statement.Dispose();
        }
    }
}
