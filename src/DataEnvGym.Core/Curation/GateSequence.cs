using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Curation;

/// <summary>Several gates one after the other; the first that objects decides. Counts what each of them did.</summary>
public sealed class GateSequence(IReadOnlyList<IGate> gates)
{
    private readonly int[] seen = new int[gates.Count];
    private readonly int[] dropped = new int[gates.Count];

    /// <summary>What each gate did so far, in their order.</summary>
    public IReadOnlyList<GateTally> Tallies => [.. gates.Select((gate, i) => new GateTally(gate.Name, seen[i], dropped[i]))];

    /// <summary>Why the draft is dropped; none if every gate lets it pass, and each has been told that it is kept.</summary>
    public Rejection? Pass(Draft draft)
    {
        for (var i = 0; i < gates.Count; i++)
        {
            seen[i]++;
            if (gates[i].Check(draft) is { } rejection)
            {
                dropped[i]++;
                return rejection;
            }
        }

        foreach (var gate in gates)
        {
            gate.Keep(draft);
        }

        return null;
    }
}

/// <summary>What a gate did with the drafts of an iteration.</summary>
/// <param name="Gate">Its name.</param>
/// <param name="Seen">Drafts that came to it.</param>
/// <param name="Dropped">How many of them it dropped.</param>
public sealed record GateTally(string Gate, int Seen, int Dropped);
