using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Traces;

/// <summary>Why an example was ordered.</summary>
/// <param name="Order">The order that it answers, with its count.</param>
/// <param name="Kept">Examples that were kept for this order.</param>
/// <param name="Errors">The student's errors that stood in the prompt, in order.</param>
/// <param name="Plan">Where the order stands.</param>
/// <param name="Observation">Where the errors and the standing stand.</param>
public sealed record TraceOrder(Order Order, int Kept, IReadOnlyList<StudentError> Errors, ArtifactRef Plan, ArtifactRef Observation)
{
    /// <summary>The items of the training data that stood in the prompt, in order; only of an agent that shows such.</summary>
    public IReadOnlyList<Item>? Items { get; init; }

    /// <summary>How the student stood at the order's skill, if it was known.</summary>
    public SkillStanding? Standing { get; init; }

    /// <summary>The share of the plan that the skill got, 0..1; none without skills.</summary>
    public double? Weight { get; init; }

    /// <summary>How probable it was that an example of the budget goes to the skill, 0..1; none if the plan does not say.</summary>
    public double? Propensity { get; init; }

    /// <summary>What a teacher advised, if it was asked.</summary>
    public Advice? Advice { get; init; }

    /// <summary>What was done to the skill's tree before the plan, if there is one.</summary>
    public TreeTurn? Action { get; init; }

    /// <summary>Where the tree stands.</summary>
    public ArtifactRef? Tree { get; init; }
}
