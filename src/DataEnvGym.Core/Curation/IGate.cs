using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Curation;

/// <summary>A rule that a draft must pass.</summary>
public interface IGate
{
    /// <summary>What reports call it, such as <c>duplicate</c>.</summary>
    string Name { get; }

    /// <summary>Why the draft is dropped; none to let it pass.</summary>
    Rejection? Check(Draft draft);

    /// <summary>Tells the gate that all gates let a draft pass and that it is kept. Drafts come in a fixed order, so a gate may remember them.</summary>
    void Keep(Draft draft)
    {
    }

    /// <summary>Tells the gate of an example that is there already.</summary>
    /// <param name="prompt">Its question.</param>
    /// <param name="name">What it is called.</param>
    void Remember(string prompt, string name)
    {
    }
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
