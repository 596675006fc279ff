using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curation;

/// <summary>Keeps an order from being filled with what the student knows: an example that it would get right teaches it little.</summary>
/// <param name="spec">How many are too many.</param>
/// <param name="known">Drafts that the student answers right; told apart as objects.</param>
/// <param name="orders">What was ordered.</param>
public sealed class KnownGate(KnownSpec spec, IReadOnlySet<Draft> known, IEnumerable<Order> orders) : IGate
{
    private readonly Dictionary<string, int> left = orders.ToDictionary(order => order.Id, order => (int)(spec.Keep * order.Count), StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => GateNames.Known;

    /// <inheritdoc/>
    public Rejection? Check(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return known.Contains(draft) && left[draft.OrderId] == 0 ? new("known", "the student answers it right already") : null;
    }

    /// <inheritdoc/>
    public void Keep(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        left[draft.OrderId] -= known.Contains(draft) ? 1 : 0;
    }
}
