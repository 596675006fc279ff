using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Carries out what a person decided about single examples. The decisions, and what was dropped for them, are kept as artefacts.</summary>
public sealed class ReviewActivity(EpisodeServices services) : IActivity<ReviewInput, ReviewOutput>
{
    /// <inheritdoc/>
    public async Task<ReviewOutput> RunAsync(ReviewInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var (folder, spec) = ($"iteration-{input.Iteration:00}", input.Spec.Curation);
        var examples = await services.Artifacts.ReadLinesAsync(input.Examples, CoreJson.Default.Example, cancellationToken);
        var queue = await services.Artifacts.ReadLinesAsync(input.Queue, CoreJson.Default.ReviewWish, cancellationToken);
        var gates = new GateSequence((await GateKeeper.ReadAsync(services, input.Spec, [], cancellationToken)).OpenForEdits());
        var reviewed = new ReviewedExamples(examples, queue, input.Reviews, spec.Review!.Unanswered, gates);
        await services.Artifacts.WriteLinesAsync($"{folder}/reviews.jsonl", input.Reviews, CoreJson.Default.Review, cancellationToken);
        await services.Artifacts.WriteLinesAsync($"{folder}/rejected.jsonl", reviewed.Dropped, CoreJson.Default.DroppedDraft, cancellationToken);
        return new(
            await services.Artifacts.WriteLinesAsync($"{folder}/examples-reviewed.jsonl", reviewed.Kept, CoreJson.Default.Example, cancellationToken),
            new SortedDictionary<string, int>(reviewed.Dropped.CountBy(drop => drop.Reason).ToDictionary(), StringComparer.Ordinal),
            new(GateNames.Review, queue.Count, reviewed.Dropped.Count));
    }
}
