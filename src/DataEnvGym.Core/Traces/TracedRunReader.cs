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
            iterations.Add(await WithFilesAsync(TracedIteration.Of(record), cancellationToken));
        }

        if (await ReadRunningAsync(iterations.Count + 1, cancellationToken) is { } running)
        {
            iterations.Add(running);
        }

        return new(spec, state?.Base, iterations, state is { BaseExams: not null } ? state.BestIteration() : 0) { Pool = state?.Pool };
    }

    private async Task<TracedIteration?> ReadRunningAsync(int number, CancellationToken cancellationToken)
    {
        var folder = FolderOf(number);
        if (await NewestAsync($"{folder}examples", cancellationToken) is not { } examples || await Describe("observation.json") is not { } observation
            || await Describe("plan.json") is not { } plan)
        {
            return null;
        }

        var calls = new List<ArtifactRef>();
        foreach (var name in Named($"{folder}calls-").Order(StringComparer.Ordinal))
        {
            if (await describe(name, cancellationToken) is { } call)
            {
                calls.Add(call);
            }
        }

        return await WithFilesAsync(new(number, observation, plan, examples) { Tree = await Describe("tree.json"), Calls = calls }, cancellationToken);

        Task<ArtifactRef?> Describe(string file) => describe(folder + file, cancellationToken);
    }

    // What no record names: what was dropped, what judge and student said, and what a person decided.
    private async Task<TracedIteration> WithFilesAsync(TracedIteration iteration, CancellationToken cancellationToken)
    {
        var folder = FolderOf(iteration.Number);
        var verified = new List<VerifiedDrafts>();
        foreach (var findings in Named($"{folder}findings-").Order(StringComparer.Ordinal))
        {
            if (await describe(findings, cancellationToken) is { } found
                && await describe(findings.Replace("findings", "drafts", StringComparison.Ordinal), cancellationToken) is { } drafts)
            {
                verified.Add(new(drafts, found));
            }
        }

        return iteration with
        {
            Dropped = await NewestAsync($"{folder}dropped", cancellationToken),
            Misses = await NewestAsync($"{folder}misses", cancellationToken),
            Verified = verified,
            Reviews = await describe($"{folder}reviews.jsonl", cancellationToken),
        };
    }

    // A top-up writes the whole selection anew, and so does a review, so that the last file is the newest.
    private async Task<ArtifactRef?> NewestAsync(string start, CancellationToken cancellationToken) =>
        Named(start).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).LastOrDefault() is { } newest ? await describe(newest, cancellationToken) : null;

    private IEnumerable<string> Named(string start) =>
        names.Where(name => name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(".jsonl", StringComparison.Ordinal));

    private static string FolderOf(int number) => $"iteration-{number:00}/";
}
