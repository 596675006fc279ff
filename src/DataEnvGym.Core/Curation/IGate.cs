using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Curation;

/// <summary>A rule that a draft must pass.</summary>
public interface IGate
{
    /// <summary>Why the draft is dropped; none to let it pass. Drafts come in a fixed order, so a gate may remember those it has seen.</summary>
    Rejection? Check(Draft draft);
}

/// <summary>Why a draft is dropped.</summary>
/// <param name="Reason">A code, counted in reports, such as <c>duplicate</c>.</param>
/// <param name="Detail">What exactly was found.</param>
public sealed record Rejection(string Reason, string Detail);

/// <summary>A draft that was dropped, kept so that nothing disappears silently.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Reason">See <see cref="Rejection"/>.</param>
/// <param name="Detail">See <see cref="Rejection"/>.</param>
public sealed record DroppedDraft(Draft Draft, string Reason, string Detail);

/// <summary>Several gates one after the other; the first that objects decides.</summary>
public sealed class GateSequence(IReadOnlyList<IGate> gates) : IGate
{
    /// <inheritdoc/>
    public Rejection? Check(Draft draft) => gates.Select(gate => gate.Check(draft)).FirstOrDefault(rejection => rejection is not null);
}
