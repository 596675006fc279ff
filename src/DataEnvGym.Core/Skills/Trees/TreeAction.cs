using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Skills.Trees;

/// <summary>What is done to a skill's tree before an iteration's examples are ordered.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Explore), "explore")]
[JsonDerivedType(typeof(Exploit), "exploit")]
public abstract record TreeAction
{
    /// <summary>Why, in the words of who decided; none from a policy that is a rule.</summary>
    public string? Reason { get; init; }
}

/// <summary>Adds subskills, whose names a teacher proposes.</summary>
/// <param name="Count">How many, if the teacher knows as many and the tree has room.</param>
/// <param name="ExamplesEach">The allocation of each.</param>
public sealed record Explore(int Count, int ExamplesEach) : TreeAction
{
    /// <summary>Path of the node that gets the children; none for the skill itself.</summary>
    public string? Below { get; init; }
}

/// <summary>Moves allocations.</summary>
/// <param name="Deltas">Path of a leaf → what is added to its allocation, which never falls below 0. A leaf that is not named keeps what it has.</param>
public sealed record Exploit(IReadOnlyDictionary<string, int> Deltas) : TreeAction;
