using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Traces;

/// <summary>
/// Follows an example back to why it exists and forward to what learned from it. Everything is read from artefacts, whose bytes the store checks against the hashes that
/// the run wrote down, so that a trace is what happened and not what should have.
/// </summary>
/// <param name="artifacts">The run's artefacts.</param>
/// <param name="task">The run's task: its domain says which text an example was trained on as, its training data what a seeded agent showed.</param>
public sealed class TraceBuilder(IArtifactStore artifacts, ITask task)
{
    /// <summary>Traces an example.</summary>
    /// <param name="run">The run.</param>
    /// <param name="id">The example's id, or enough of its beginning.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ExampleNotFoundException">There is no such example.</exception>
    /// <exception cref="TraceException">The plan does not hold its order, or the training data are no longer those that were shown.</exception>
    /// <exception cref="ArtifactException">An artefact is missing or damaged.</exception>
    public async Task<ExampleTrace> TraceAsync(TracedRun run, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var found = await ExampleSearch.FindAsync(artifacts, run, id, cancellationToken);
        var siblings = found.Kept.Where(other => IsSameCall(other.Provenance.Source, found.Example)).ToList();
        return new(
            found.Example,
            await WhyAsync(found, cancellationToken),
            await WritingAsync(found, siblings.Count, cancellationToken) with { Selected = await SelectedAsync(run, found.Example, cancellationToken), Pool = PoolOf(run, found.Example) },
            await PassedAsync(run.Spec.Curation, found, siblings, cancellationToken),
            await new CheckpointTrace(artifacts, task.Domain).TraceAsync(run, found, cancellationToken));
    }

    private async Task<TraceCuration> PassedAsync(CurationSpec spec, FoundExample found, List<Example> siblings, CancellationToken cancellationToken)
    {
        var (iteration, example) = (found.Iteration, found.Example);
        var dropped = iteration.Dropped is { } file ? await artifacts.ReadLinesAsync(file, CoreJson.Default.DroppedDraft, cancellationToken) : [];
        var (finding, findings) = await ScreeningSearch.FindAsync(artifacts, found, cancellationToken);
        var reviews = iteration.Reviews is { } decided ? await artifacts.ReadLinesAsync(decided, CoreJson.Default.Review, cancellationToken) : [];
        var review = reviews.LastOrDefault(review => review.Example == (example.EditedFrom ?? example.Id));
        return new(
            TraceGates.Of(spec, task.Domain, finding, review), iteration.Examples, [.. siblings.Where(other => other != example).Select(other => other.Id)],
            [.. dropped.Where(drop => IsSameCall(drop.Draft.Source, example))], iteration.Dropped, iteration.Record?.Approval) { Finding = finding, FindingFile = findings, Review = review };
    }

    // Selected items have the item as their request, so that each is a call of its own.
    private static bool IsSameCall(DraftSource source, Example example) => source.Request == example.Provenance.Source.Request;

    private async Task<TraceOrder> WhyAsync(FoundExample found, CancellationToken cancellationToken)
    {
        var (iteration, made) = (found.Iteration, found.Example.Provenance);
        var plan = await artifacts.ReadJsonAsync(iteration.Plan, CoreJson.Default.Plan, cancellationToken);
        var observation = await artifacts.ReadJsonAsync(iteration.Observation, CoreJson.Default.Observation, cancellationToken);
        var tree = iteration.Tree is null ? null : await artifacts.ReadJsonAsync(iteration.Tree, CoreJson.Default.SkillTree, cancellationToken);
        var order = plan.Orders.FirstOrDefault(order => order.Id == made.Order)
            ?? throw new TraceException($"{found.Example.Id} answers {made.Order}, and {iteration.Plan.Name} has no such order; the run's files do not belong together.");
        var errors = observation.Errors.ToDictionary(error => error.ItemId, StringComparer.Ordinal);
        return new(order, found.Kept.Count(other => other.Provenance.Order == order.Id), [.. made.Source.SourceErrors.Select(item => errors[item])], iteration.Plan, iteration.Observation)
        {
            Items = await ItemsAsync(made.Source.SourceItems, cancellationToken),
            Standing = order.Skill is null ? null : tree?.Find(order.Skill)?.Standing ?? observation.Skills.FirstOrDefault(standing => standing.Skill == order.Skill),
            Weight = Of(plan.Weights, order.Skill),
            Propensity = plan.Propensities is null ? null : Of(plan.Propensities, order.Skill),
            Advice = plan.Advice,
            Action = order.Skill is null ? null : tree?.HistoryOf(TreePath.Root(order.Skill)).LastOrDefault(turn => turn.Iteration == iteration.Number),
            Tree = iteration.Tree,
        };

        static double? Of(IReadOnlyDictionary<string, double> shares, string? skill) => skill is not null && shares.TryGetValue(skill, out var share) ? share : null;
    }

    private async Task<IReadOnlyList<Item>?> ItemsAsync(IReadOnlyList<string>? ids, CancellationToken cancellationToken)
    {
        if (ids is null)
        {
            return null;
        }

        var items = (await task.LoadAsync(Split.Train, cancellationToken)).ToDictionary(item => item.Id, StringComparer.Ordinal);
        return [.. ids.Select(id => items.TryGetValue(id, out var item)
            ? item
            : throw new TraceException($"The teacher was shown the training item {id}, and {task.Name} has none of that name now; restore the data that the run was made with."))];
    }

    private async Task<TraceWriting> WritingAsync(FoundExample found, int kept, CancellationToken cancellationToken)
    {
        var (calls, records) = await FindCallsAsync(found, cancellationToken);
        var spend = calls.Aggregate(default(Spend), (sum, call) => sum + call.Spend);
        return new(calls, records, spend, kept, (double)spend.Tokens / kept, spend.Money / kept);
    }

    private static ArtifactRef? PoolOf(TracedRun run, Example example) => example.Provenance.Source.Writer == DraftSource.File ? run.Pool : null;

    private async Task<Example?> SelectedAsync(TracedRun run, Example example, CancellationToken cancellationToken) => PoolOf(run, example) is { } pool
        ? (await artifacts.ReadLinesAsync(pool, CoreJson.Default.Example, cancellationToken)).Find(line => line.Id == example.Provenance.Source.Request)
        : null;

    // The records of one question stand together: what was lost, then what was answered, then, if that could not be read, the same of its repair.
    private async Task<(IReadOnlyList<CallRecord> Calls, ArtifactRef? Records)> FindCallsAsync(FoundExample found, CancellationToken cancellationToken)
    {
        foreach (var file in found.Iteration.Calls)
        {
            var calls = await artifacts.ReadLinesAsync(file, CoreJson.Default.CallRecord, cancellationToken);
            var last = calls.FindLastIndex(call => call.Request == found.Example.Provenance.Source.Request && call.End == CallEnd.Answered);
            if (last >= 0)
            {
                var first = last;
                while (first > 0 && IsOneQuestion(calls[first - 1], calls[first]))
                {
                    first--;
                }

                return (calls[first..(last + 1)], file);
            }
        }

        return ([], null);
    }

    private static bool IsOneQuestion(CallRecord before, CallRecord call) =>
        before.Seed == call.Seed && before.Order == call.Order && before.End != CallEnd.Answered && before.Turn <= call.Turn;
}
