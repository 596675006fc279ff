using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Opens the gates that a spec asks for.</summary>
internal sealed class GateKeeper
{
    private readonly CurationSpec spec;
    private readonly IDomain domain;
    private readonly List<Item> exam;
    private readonly List<Example> earlier = [];

    // These two remember nothing, so that one of each serves every use; the second reads the whole exam when it is made.
    private readonly FormGate form;
    private readonly ContaminationGate contamination;

    private GateKeeper(CurationSpec spec, IDomain domain, List<Item> exam)
    {
        (this.spec, this.domain, this.exam) = (spec, domain, exam);
        (form, contamination) = (new(spec), new(domain, exam, spec.ContaminationWords));
    }

    /// <summary>Reads what drafts are compared with.</summary>
    /// <param name="services">The episode's parts.</param>
    /// <param name="spec">The episode.</param>
    /// <param name="earlier">Examples that are there already.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<GateKeeper> ReadAsync(EpisodeServices services, EpisodeSpec spec, IEnumerable<ArtifactRef> earlier, CancellationToken cancellationToken)
    {
        var task = services.OpenTask(spec.Task);
        var keeper = new GateKeeper(spec.Curation, task.Domain, await ExamAsync(task, cancellationToken));
        foreach (var examples in earlier)
        {
            keeper.earlier.AddRange(await services.Artifacts.ReadLinesAsync(examples, CoreJson.Default.Example, cancellationToken));
        }

        return keeper;
    }

    /// <summary>Has the domain check drafts that have the right form and give nothing away, all at once; nothing where it cannot.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="findings">Drafts that were verified were checked before that, and are not again.</param>
    /// <param name="cancellationToken">Stops the checking.</param>
    public async Task<IReadOnlyDictionary<Draft, Rejection?>> CheckAsync(
        IReadOnlyList<Draft> drafts, IReadOnlyDictionary<Draft, Finding> findings, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<Draft, Rejection?>(ReferenceEqualityComparer.Instance);
        if (domain.Checker is { } checker)
        {
            IGate[] first = [form, contamination];
            var passed = drafts.Where(draft => first.All(gate => gate.Check(draft) is null)).ToLookup(findings.ContainsKey);
            foreach (var draft in passed[true])
            {
                outcomes.Add(draft, findings[draft].Check);
            }

            List<Draft> open = [.. passed[false]];
            foreach (var (draft, rejection) in open.Zip(open.Count == 0 ? [] : await checker.CheckAsync(open, cancellationToken)))
            {
                outcomes.Add(draft, rejection);
            }
        }

        return outcomes;
    }

    /// <summary>The gates that need nobody's opinion: whatever they drop, they drop however good its answer is.</summary>
    /// <param name="check">What the domain found out.</param>
    public IReadOnlyList<IGate> OpenWithoutOpinions(IReadOnlyDictionary<Draft, Rejection?> check) => Open(check, null, null);

    /// <summary>All gates, in order.</summary>
    /// <param name="check">What the domain found out.</param>
    /// <param name="pile">What the judge and the student made of the drafts.</param>
    /// <param name="orders">What was ordered.</param>
    public IReadOnlyList<IGate> OpenAll(IReadOnlyDictionary<Draft, Rejection?> check, DraftPile pile, IEnumerable<Order> orders) =>
        Open(check, new VerificationGate(pile.Findings), spec.Known is null ? null : new KnownGate(spec.Known, pile.Known, orders));

    /// <summary>The gates that an example must pass again that a person edited.</summary>
    public IReadOnlyList<IGate> OpenForEdits() => [form, contamination];

    private IReadOnlyList<IGate> Open(
        IReadOnlyDictionary<Draft, Rejection?> check, VerificationGate? verification, KnownGate? known)
    {
        IReadOnlyList<IGate> gates = [.. GateNames.Of(spec, domain).Select(Open).OfType<IGate>()];
        foreach (var gate in gates)
        {
            earlier.ForEach(example => gate.Remember(example.Prompt, example.Id));
        }

        return gates;

        // A person comes when all gates have been passed.
        IGate? Open(string name) => name switch
        {
            GateNames.Form => form,
            GateNames.Contamination => contamination,
            GateNames.Check => new CheckedGate(check),
            GateNames.Verification => verification,
            GateNames.Known => known,
            GateNames.Duplicate => new DuplicateGate(domain),
            GateNames.NearDuplicate => new NearDuplicateGate(spec.Near!, exam),
            GateNames.Semantic => new SemanticGate(spec.Semantic!, exam),
            GateNames.Review => null,
            _ => throw new InvalidOperationException($"Nobody opens the gate {name}."),
        };
    }

    // The items of all examined splits: what no example may give away.
    private static async Task<List<Item>> ExamAsync(ITask task, CancellationToken cancellationToken)
    {
        var exam = new List<Item>();
        foreach (var split in (Split[])[Split.Probe, Split.Select, Split.Test])
        {
            exam.AddRange(await task.LoadAsync(split, cancellationToken));
        }

        return exam;
    }
}
