using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Agents;

/// <summary>What an agent sees of the student before it plans: a snapshot, kept as an artefact.</summary>
/// <param name="Iteration">1-based: the iteration that is being planned.</param>
/// <param name="Accuracy">Share of probe items answered right.</param>
/// <param name="Items">Number of probe items.</param>
/// <param name="Skills">Standing per skill, sorted by name; empty in the open-ended environment.</param>
/// <param name="Errors">Wrong answers that may be shown to the teacher; empty for an agent without state.</param>
public sealed record Observation(int Iteration, double Accuracy, int Items, IReadOnlyList<SkillStanding> Skills, IReadOnlyList<StudentError> Errors)
{
    /// <summary>Earlier iterations, oldest first; only for a policy that looks back.</summary>
    public IReadOnlyList<PastIteration>? Past { get; init; }

    /// <summary>The skill tree as it stands, with all that was done to it and what came of that; only in the skill-tree environment.</summary>
    public SkillTree? Tree { get; init; }
}

/// <summary>How the student does at a skill on the probe split.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Items">Probe items of the skill; 0 for a skill that was not examined.</param>
/// <param name="Correct">How many of them were answered right.</param>
public sealed record SkillStanding(string Skill, int Items, int Correct)
{
    /// <summary>Whether the skill was examined, so that its accuracy is known.</summary>
    public bool IsKnown => Items > 0;

    /// <summary>Share answered right, 0..1; not a number if it is not known.</summary>
    public double Accuracy => (double)Correct / Items;
}

/// <summary>A probe item that the student got wrong.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Skill">Its discovered skill; none in the open-ended environment.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Response">What the student answered.</param>
/// <param name="Reference">The gold answer.</param>
public sealed record StudentError(string ItemId, string? Skill, string Prompt, string Response, string Reference);
