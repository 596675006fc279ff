namespace DataEnvGym.Bench.Gates;

/// <summary>How well a gate does against the planted truth. Drafts of orders that were full already are left out: no gate saw them.</summary>
/// <param name="Fault">The fault that the gate is there for.</param>
/// <param name="Planted">Drafts with that fault.</param>
/// <param name="Dropped">Drafts that the gate dropped.</param>
/// <param name="Right">How many of those have the fault.</param>
/// <param name="Gone">Drafts with the fault that some gate dropped.</param>
internal sealed record GateScore(string Fault, int Planted, int Dropped, int Right, int Gone)
{
    /// <summary>Share of what the gate dropped that deserved it; 1 if it dropped nothing.</summary>
    public double Precision => Dropped == 0 ? 1 : (double)Right / Dropped;

    /// <summary>Share of the faulty drafts that did not get through; 1 if there were none.</summary>
    public double Recall => Planted == 0 ? 1 : (double)Gone / Planted;

    /// <summary>Scores every gate.</summary>
    /// <param name="drafts">The drafts of a run with what was planted in them.</param>
    /// <param name="minWords">From how many words on the gate of near duplicates compares.</param>
    public static List<GateScore> Of(IReadOnlyList<(JudgedDraft Judged, Planted Planted)> drafts, int minWords)
    {
        var seen = drafts.Where(draft => draft.Judged.Reason != "surplus").ToList();
        return
        [
            Score("wrong answer", planted => planted.Wrong, "disagreed", "judged"),
            Score("contaminated", planted => planted is { Contaminated: true, Reworded: false }, "contaminated"),
            Score("contaminated and reworded", planted => planted is { Contaminated: true, Reworded: true }, "near-contaminated", "similar-to-exam"),
            Score("duplicate", planted => planted.Duplicate, "duplicate"),
            Score($"reworded, {minWords} words and more", planted => planted.Reworded && planted.Words >= minWords, "near-duplicate", "similar"),
            Score("reworded, any length", planted => planted.Reworded, "near-duplicate", "similar"),
        ];

        GateScore Score(string fault, Func<Planted, bool> has, params string[] reasons)
        {
            var dropped = seen.Where(draft => reasons.Contains(draft.Judged.Reason)).ToList();
            var planted = seen.Where(draft => has(draft.Planted)).ToList();
            return new(fault, planted.Count, dropped.Count, dropped.Count(draft => has(draft.Planted)), planted.Count(draft => draft.Judged.Reason is not null));
        }
    }
}
