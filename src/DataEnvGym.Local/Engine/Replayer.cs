using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>
/// Takes a fresh execution through a recorded history. A turn is journaled whole, so every event must be followed by exactly the commands
/// that the code asks for after it.
/// </summary>
internal static class Replayer
{
    private const int ShownPayload = 80;

    /// <summary>Replays <paramref name="history"/>.</summary>
    /// <exception cref="WorkflowDivergedException">The workflow takes another path.</exception>
    public static void Replay(WorkflowExecution execution, string instance, IReadOnlyList<HistoryRow> history)
    {
        var next = 0;
        while (next < history.Count)
        {
            var happened = history[next++];
            if (!execution.Expects(happened))
            {
                throw Diverged(execution.Steps.Last, Describe(happened), execution.HasEnded ? "nothing more: it has ended" : "no such thing");
            }

            execution.Apply(happened, replaying: true);
            foreach (var asked in execution.Steps.TakeIssued())
            {
                var recorded = next < history.Count ? history[next++] : null;
                if (recorded is null || !recorded.AsksTheSameAs(asked.Command))
                {
                    throw Diverged(asked.Command.Step, recorded is null ? "nothing more" : Describe(recorded), Describe(asked.Command));
                }
            }

            if (next < history.Count && history[next].IsCommand)
            {
                throw Diverged(history[next].Step, Describe(history[next]), "nothing at this point");
            }
        }

        if (execution.HasEnded)
        {
            throw Diverged(execution.Steps.Last + 1, "it still waiting", "its end");
        }

        WorkflowDivergedException Diverged(long step, string journal, string code) => new(instance, step, journal, code);
    }

    private static string Describe(HistoryRow row) => row.Kind switch
    {
        HistoryKind.ActivityScheduled => $"activity '{row.Name}' with input {Show(row.Payload)}",
        HistoryKind.ChildScheduled => $"child '{row.Target}' of workflow '{row.Name}' with input {Show(row.Payload)}",
        HistoryKind.TimerCreated => $"a timer for {row.Payload}",
        HistoryKind.EventReceived => $"event '{row.Name}'",
        HistoryKind.ExecutionStarted => "a start",
        HistoryKind.TimerFired => $"the fired timer of step {row.Step}",
        _ => $"the answer to step {row.Step} ({row.Kind})",
    };

    /// <summary>The text if it is short, else its beginning and a hash that tells two long texts apart.</summary>
    private static string Show(string payload) => payload.Length <= ShownPayload
        ? payload
        : $"{payload[..ShownPayload]}… (SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)).AsSpan(0, 6))})";
}
