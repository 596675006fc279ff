using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Passes an iteration's drafts through the gates, in order, and keeps no more than was ordered.</summary>
public sealed class CurateActivity(EpisodeServices services) : IActivity<CurateInput, CurateOutput>
{
    /// <inheritdoc/>
    public async Task<CurateOutput> RunAsync(CurateInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var plan = await services.Artifacts.ReadJsonAsync(input.Plan, CoreJson.Default.Plan, cancellationToken);
        var pile = await DraftPile.ReadAsync(services, input, cancellationToken);
        var keeper = await GateKeeper.ReadAsync(services, input.Spec, input.Earlier, cancellationToken);
        var gates = new GateSequence(keeper.OpenAll(await keeper.CheckAsync(pile.Drafts, pile.Findings, cancellationToken), pile, plan.Orders));
        var wanted = plan.Orders.ToDictionary(order => order.Id, order => order.Count);
        var (kept, dropped, misses) = (new List<(Example Example, Finding? Finding)>(), new List<DroppedDraft>(), new List<StudentMiss>());
        foreach (var draft in pile.Drafts)
        {
            if ((wanted[draft.OrderId] == 0 ? new Rejection("surplus", $"{draft.OrderId} was filled already") : gates.Pass(draft)) is { } rejection)
            {
                dropped.Add(new(draft, rejection.Reason, rejection.Detail));
                continue;
            }

            wanted[draft.OrderId]--;
            var (example, finding) = (ToExample(input, plan, draft), pile.Findings.GetValueOrDefault(draft));
            kept.Add((example, finding));

            // Of two answers of which neither was confirmed, the student's may be the right one.
            if (finding is not { Unverified: true } && pile.Misses.TryGetValue(draft, out var miss))
            {
                misses.Add(new(example.Id, miss.Response, miss.Answer));
            }
        }

        var folder = $"iteration-{input.Iteration:00}";
        var suffix = input.Round == 0 ? "" : $"-{input.Round}";
        return new(
            await services.Artifacts.WriteLinesAsync($"{folder}/examples{suffix}.jsonl", kept.Select(pair => pair.Example), CoreJson.Default.Example, cancellationToken),
            await services.Artifacts.WriteLinesAsync($"{folder}/dropped{suffix}.jsonl", dropped, CoreJson.Default.DroppedDraft, cancellationToken),
            new SortedDictionary<string, int>(dropped.CountBy(drop => drop.Reason).ToDictionary(), StringComparer.Ordinal),
            [.. plan.Orders.Where(order => wanted[order.Id] > 0).Select(order => new OrderCount(order.Id, wanted[order.Id]))])
        {
            Gates = gates.Tallies,
            Unverified = kept.Count(pair => pair.Finding is { Unverified: true }),
            Misses = input.Spec.Curation.Known is null
                ? null
                : await services.Artifacts.WriteLinesAsync($"{folder}/misses{suffix}.jsonl", misses, CoreJson.Default.StudentMiss, cancellationToken),
            Queue = input.Spec.Curation.Review is null
                ? null
                : await services.Artifacts.WriteLinesAsync(
                    $"{folder}/review{suffix}.jsonl", ReviewQueue.Fill(input.Spec, input.Iteration, kept), CoreJson.Default.ReviewWish, cancellationToken),
        };
    }

    private static Example ToExample(CurateInput input, Plan plan, Draft draft) => new(
        ExampleId.Of(input.EpisodeId, input.Iteration, draft), draft.Prompt, draft.Solution, draft.Answer, draft.Skill,
        new(input.EpisodeId, input.Iteration, Words.Of(input.Spec.Agent.Kind), plan.Policy, draft.OrderId, draft.Source)) { Check = draft.Check };
}
