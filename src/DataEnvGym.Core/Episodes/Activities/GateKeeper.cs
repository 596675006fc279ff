using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>
/// Opens the gates that a spec asks for. Those that judge a draft by itself come first, so that a bad draft never makes a good one with the same question a
/// duplicate.
/// </summary>
internal static class GateKeeper
{
    /// <summary>Opens the gates of an iteration.</summary>
    public static async Task<GateSequence> OpenAsync(EpisodeServices services, CurateInput input, Plan plan, DraftPile pile, CancellationToken cancellationToken)
    {
        var (spec, task) = (input.Spec.Curation, services.OpenTask(input.Spec.Task));
        var exam = await ExamAsync(task, cancellationToken);
        var duplicates = new DuplicateGate(task.Domain);
        var near = spec.Near is null ? null : new NearDuplicateGate(spec.Near, exam);
        var semantic = spec.Semantic is null ? null : new SemanticGate(spec.Semantic, exam);
        foreach (var earlier in input.Earlier)
        {
            foreach (var example in await services.Artifacts.ReadLinesAsync(earlier, CoreJson.Default.Example, cancellationToken))
            {
                duplicates.Remember(example.Prompt, example.Id);
                near?.Remember(example.Prompt, example.Id);
                semantic?.Remember(example.Prompt, example.Id);
            }
        }

        IGate[] cheap = [new FormGate(spec), new ContaminationGate(task.Domain, exam, spec.ContaminationWords)];
        IGate?[] gates =
        [
            .. cheap,
            task.Domain.Checker is { } checker
                ? await CheckedGate.OpenAsync(checker, [.. pile.Drafts.Where(draft => cheap.All(gate => gate.Check(draft) is null))], cancellationToken)
                : null,
            spec.Verify is null ? null : new VerificationGate(pile.Findings),
            spec.Known is null ? null : new KnownGate(spec.Known, pile.Known, plan.Orders),
            duplicates,
            near,
            semantic,
        ];
        return new([.. gates.OfType<IGate>()]);
    }

    /// <summary>The items of all examined splits: what no example may give away.</summary>
    public static async Task<List<Item>> ExamAsync(ITask task, CancellationToken cancellationToken)
    {
        var exam = new List<Item>();
        foreach (var split in (Split[])[Split.Probe, Split.Select, Split.Test])
        {
            exam.AddRange(await task.LoadAsync(split, cancellationToken));
        }

        return exam;
    }
}
