using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>
/// Drops drafts that give an examination away: the same question in canonical form, or a shared run of words (13 by default, as in Brown et al.
/// 2020, appendix C). Probe items count as well: training on them would blind the agent.
/// </summary>
public sealed class ContaminationGate : IGate
{
    private readonly Dictionary<string, string> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> runs = new(StringComparer.Ordinal);
    private readonly IDomain domain;
    private readonly int words;

    /// <summary>Makes the gate for the items that must stay unknown.</summary>
    /// <param name="domain">Gives the canonical form.</param>
    /// <param name="items">Items of the examined splits.</param>
    /// <param name="words">Length of a run of words that counts as given away.</param>
    public ContaminationGate(IDomain domain, IEnumerable<Item> items, int words)
    {
        ArgumentNullException.ThrowIfNull(items);
        this.domain = domain;
        this.words = words;
        foreach (var item in items)
        {
            questions.TryAdd(domain.Canonicalize(item.Prompt), item.Id);
            foreach (var run in RunsOf(item.Prompt))
            {
                runs.TryAdd(run, item.Id);
            }
        }
    }

    /// <inheritdoc/>
    public string Name => GateNames.Contamination;

    /// <inheritdoc/>
    public Rejection? Check(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (questions.TryGetValue(domain.Canonicalize(draft.Prompt), out var item))
        {
            return new("contaminated", $"the same question as {item}");
        }

        var shared = RunsOf(draft.Prompt).Concat(RunsOf(draft.Solution)).FirstOrDefault(runs.ContainsKey);
        return shared is null ? null : new("contaminated", $"shares \"{shared}\" with {runs[shared]}");
    }

    private IEnumerable<string> RunsOf(string text)
    {
        var parts = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + words <= parts.Length; i++)
        {
            yield return string.Join(' ', parts, i, words);
        }
    }
}
