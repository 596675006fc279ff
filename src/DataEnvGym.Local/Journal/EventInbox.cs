using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Engine;
using Microsoft.Data.Sqlite;

namespace DataEnvGym.Local.Journal;

/// <summary>Posts events into the journal of a run that another process works on, or that no process works on at the moment.</summary>
public static class EventInbox
{
    /// <summary>Puts an event into the inbox, durably; the engine takes it at its next look into the inbox.</summary>
    /// <param name="journalPath">The run's journal file.</param>
    /// <param name="instanceId">The instance that waits for the event, or will.</param>
    /// <param name="name">The event.</param>
    /// <param name="payload">What it carries.</param>
    /// <exception cref="JournalException">There is no journal at that path, it cannot be written, or it has no such running instance.</exception>
    public static void Post<T>(string journalPath, string instanceId, EventName<T> name, T payload)
    {
        var json = Json.Write(payload, name.Payload, $"event '{name.Name}'");
        using var connection = JournalConnection.Open(journalPath, create: false);
        using var statements = new JournalStatements(connection);
        try
        {
            var instance = statements.FindInstance.Read(r => r.GetString(5), instanceId).SingleOrDefault();
            if (instance != nameof(InstanceState.Running))
            {
                throw new JournalException(
                    $"The journal {journalPath} has no running instance '{instanceId}' ({instance ?? "not started"}), so nothing would take event '{name.Name}'.");
            }

            statements.Post.Execute(null, null, instanceId, name.Name, json);
        }
        catch (SqliteException e)
        {
            throw new JournalException($"Event '{name.Name}' cannot be posted to {journalPath}: {e.Message}", e);
        }
    }
}
