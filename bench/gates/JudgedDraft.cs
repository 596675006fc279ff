using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Bench.Gates;

/// <summary>A draft and what curation made of it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Reason">Why it was dropped; none if it was kept.</param>
internal sealed record JudgedDraft(Draft Draft, string? Reason)
{
    /// <summary>Puts the drafts of an iteration, in order, together with what was kept and dropped of them, in the same order. Of two equal drafts, the first was kept.</summary>
    public static List<JudgedDraft> Match(IEnumerable<Draft> drafts, IReadOnlyList<Example> kept, IReadOnlyList<DroppedDraft> dropped)
    {
        var (nextKept, nextDropped) = (0, 0);
        return [.. drafts.Select(draft =>
            nextKept < kept.Count && IsSame(draft, kept[nextKept])
                ? Keep(draft)
                : nextDropped < dropped.Count && IsSame(draft, dropped[nextDropped].Draft)
                    ? new JudgedDraft(draft, dropped[nextDropped++].Reason)
                    : throw new InvalidDataException($"The draft \"{draft.Prompt}\" was neither kept nor dropped."))];

        JudgedDraft Keep(Draft draft)
        {
            nextKept++;
            return new(draft, null);
        }
    }

    private static bool IsSame(Draft draft, Example example) =>
        (draft.OrderId, draft.Prompt, draft.Solution, draft.Answer) == (example.Provenance.Order, example.Prompt, example.Solution, example.Answer);

    private static bool IsSame(Draft a, Draft b) => (a.OrderId, a.Prompt, a.Solution, a.Answer) == (b.OrderId, b.Prompt, b.Solution, b.Answer);
}
