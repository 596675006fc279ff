using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Passes an iteration's drafts through the gates, in order, and keeps no more than was ordered.</summary>
public sealed class CurateActivity(EpisodeServices services) : IActivity<CurateInput, CurateOutput>
{
    /// <inheritdoc/>
    public async Task<CurateOutput> RunAsync(CurateInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var plan = await services.Artifacts.ReadJsonAsync(input.Plan, CoreJson.Default.Plan, cancellationToken);
        var drafts = new List<Draft>();
        foreach (var shard in input.Drafts)
        {
            drafts.AddRange(await services.Artifacts.ReadLinesAsync(shard, CoreJson.Default.Draft, cancellationToken));
        }

        var gates = await OpenGatesAsync(input, drafts, cancellationToken);
        var wanted = plan.Orders.ToDictionary(order => order.Id, order => order.Count);
        var kept = new List<Example>();
        var dropped = new List<DroppedDraft>();
        foreach (var draft in drafts)
        {
            if ((wanted[draft.OrderId] == 0 ? new Rejection("surplus", $"{draft.OrderId} was filled already") : gates.Check(draft)) is { } rejection)
            {
                dropped.Add(new(draft, rejection.Reason, rejection.Detail));
                continue;
            }

            wanted[draft.OrderId]--;
            kept.Add(ToExample(input, plan, draft));
        }

        var folder = $"iteration-{input.Iteration:00}";
        var suffix = input.Round == 0 ? "" : $"-{input.Round}";
        return new(
            await services.Artifacts.WriteLinesAsync($"{folder}/examples{suffix}.jsonl", kept, CoreJson.Default.Example, cancellationToken),
            await services.Artifacts.WriteLinesAsync($"{folder}/dropped{suffix}.jsonl", dropped, CoreJson.Default.DroppedDraft, cancellationToken),
            new SortedDictionary<string, int>(dropped.CountBy(drop => drop.Reason).ToDictionary(), StringComparer.Ordinal),
            [.. plan.Orders.Where(order => wanted[order.Id] > 0).Select(order => new OrderCount(order.Id, wanted[order.Id]))]);
    }

    private async Task<GateSequence> OpenGatesAsync(CurateInput input, IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        var task = services.OpenTask(input.Spec.Task);
        var exam = new List<Item>();
        foreach (var split in (Split[])[Split.Probe, Split.Select, Split.Test])
        {
            exam.AddRange(await task.LoadAsync(split, cancellationToken));
        }

        var duplicates = new DuplicateGate(task.Domain);
        foreach (var earlier in input.Earlier)
        {
            foreach (var example in await services.Artifacts.ReadLinesAsync(earlier, CoreJson.Default.Example, cancellationToken))
            {
                duplicates.Remember(example.Prompt, example.Id);
            }
        }

        var spec = input.Spec.Curation;
        var cheap = new GateSequence([new FormGate(spec), new ContaminationGate(task.Domain, exam, spec.ContaminationWords)]);
        return task.Domain.Checker is { } checker
            ? new([cheap, await CheckedGate.OpenAsync(checker, [.. drafts.Where(draft => cheap.Check(draft) is null)], cancellationToken), duplicates])
            : new([cheap, duplicates]);
    }

    private static Example ToExample(CurateInput input, Plan plan, Draft draft)
    {
        var content = string.Join('\n', input.EpisodeId, input.Iteration, draft.OrderId, draft.Prompt, draft.Solution, draft.Answer);
        var id = $"ex-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 10))}";
        return new(
            id, draft.Prompt, draft.Solution, draft.Answer, draft.Skill,
            new(input.EpisodeId, input.Iteration, Words.Of(input.Spec.Agent.Kind), plan.Policy, draft.OrderId, draft.Source)) { Check = draft.Check };
    }
}
