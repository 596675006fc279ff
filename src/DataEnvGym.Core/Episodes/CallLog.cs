using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>The records of a run's calls to its teachers, kept beside what each activity writes.</summary>
public static class CallLog
{
    /// <summary>Stores the calls of an activity, with the run's agent and the iteration.</summary>
    /// <param name="store">Where the run keeps everything.</param>
    /// <param name="name">Name of the artefact; it follows from the activity's input.</param>
    /// <param name="calls">In the order in which they were made.</param>
    /// <param name="spec">The run.</param>
    /// <param name="iteration">1-based; 0 before the first.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The artefact; none if there were no calls.</returns>
    public static async Task<ArtifactRef?> WriteAsync(
        IArtifactStore store, string name, IReadOnlyList<CallRecord> calls, EpisodeSpec spec, int iteration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var agent = ReportBuilder.AgentName(spec);
        return calls.Count == 0
            ? null
            : await store.WriteLinesAsync(name, calls.Select(call => call with { Agent = agent, Iteration = iteration }), CoreJson.Default.CallRecord, cancellationToken);
    }

    /// <summary>All calls of an episode so far, in the order of its activities.</summary>
    public static async Task<List<CallRecord>> ReadAsync(IArtifactStore store, EpisodeState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var calls = new List<CallRecord>();
        foreach (var artifact in state.Calls.Concat(state.Iterations.SelectMany(iteration => iteration.Calls)))
        {
            calls.AddRange(await store.ReadLinesAsync(artifact, CoreJson.Default.CallRecord, cancellationToken));
        }

        return calls;
    }
}
