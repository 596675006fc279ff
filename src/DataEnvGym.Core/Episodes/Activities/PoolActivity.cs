using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>
/// Copies the examples of the file that a spec names into the run, once, so that all iterations select from the same examples wherever they run and whatever becomes
/// of the file.
/// </summary>
public sealed class PoolActivity(EpisodeServices services) : IActivity<PoolInput, ArtifactRef>
{
    private const string Name = "pool.jsonl";

    /// <inheritdoc/>
    /// <exception cref="TaskDataException">The file is missing or holds something else.</exception>
    public async Task<ArtifactRef> RunAsync(PoolInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        await services.Artifacts.WriteLinesAsync(Name, await services.ReadExamples(input.Spec.Agent.Data!, cancellationToken), CoreJson.Default.Example, cancellationToken);

    /// <summary>The examples of a pool as items to select.</summary>
    /// <param name="artifacts">The run's artefacts.</param>
    /// <param name="pool">The copy.</param>
    /// <param name="domain">Says which part of a response is the answer, where a file of another program did not.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal static async Task<IReadOnlyList<Item>> ReadAsync(IArtifactStore artifacts, ArtifactRef pool, IDomain domain, CancellationToken cancellationToken) =>
        (await artifacts.ReadLinesAsync(pool, CoreJson.Default.Example, cancellationToken)).ConvertAll(example => ToItem(example, domain));

    private static Item ToItem(Example example, IDomain domain)
    {
        var (solution, answer) = example.Solution.Length == 0 ? domain.SplitResponse(example.Answer) : (example.Solution, example.Answer);
        return new(example.Id, example.Prompt, answer) { Solution = solution, Check = example.Check };
    }
}
