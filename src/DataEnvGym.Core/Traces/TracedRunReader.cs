using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Traces;

/// <summary>Puts together what a trace is read from: the finished iterations of an episode's state, and the one under way by the names of its files.</summary>
/// <param name="names">The names of all artefacts of the run.</param>
/// <param name="describe">A reference to what lies under a name now; nothing if there is no such artefact.</param>
public sealed class TracedRunReader(IReadOnlyList<string> names, Func<string, CancellationToken, Task<ArtifactRef?>> describe)
{
    /// <summary>Reads a run, an iteration under way included as soon as it has examples.</summary>
    /// <param name="spec">What is run.</param>
    /// <param name="state">How far it is; none before its first step.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<TracedRun> ReadAsync(EpisodeSpec spec, EpisodeState? state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var iterations = new List<TracedIteration>();
        foreach (var record in state?.Iterations ?? [])
        {
            iterations.Add(TracedIteration.Of(record, await describe(DroppedOf(record.Examples.Name), cancellationToken)));
        }

        if (await ReadRunningAsync(iterations.Count + 1, cancellationToken) is { } running)
        {
            iterations.Add(running);
        }

        return new(spec, state?.Base, iterations, state is { BaseExams: not null } ? state.BestIteration() : 0) { Pool = state?.Pool };
    }

    private async Task<TracedIteration?> ReadRunningAsync(int number, CancellationToken cancellationToken)
    {
        var folder = $"iteration-{number:00}/";

        // A top-up writes the whole selection anew, so that the last file is the newest.
        var last = Named($"{folder}examples", ".jsonl").OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).LastOrDefault();
        if (last is null || await Describe("observation.json") is not { } observation || await Describe("plan.json") is not { } plan
            || await describe(last, cancellationToken) is not { } examples)
        {
            return null;
        }

        var calls = new List<ArtifactRef>();
        foreach (var name in Named($"{folder}calls-", ".jsonl").Order(StringComparer.Ordinal))
        {
            if (await describe(name, cancellationToken) is { } call)
            {
                calls.Add(call);
            }
        }

        return new(number, observation, plan, examples) { Dropped = await describe(DroppedOf(last), cancellationToken), Tree = await Describe("tree.json"), Calls = calls };

        Task<ArtifactRef?> Describe(string file) => describe(folder + file, cancellationToken);
    }

    private IEnumerable<string> Named(string start, string end) =>
        names.Where(name => name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal));

    private static string DroppedOf(string examples) => examples.Replace("examples", "dropped", StringComparison.Ordinal);
}
