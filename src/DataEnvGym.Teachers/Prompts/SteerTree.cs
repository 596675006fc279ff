using System.Text.Json.Serialization;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks what to do to skills: explore or exploit.</summary>
/// <param name="MostSubskills">Most subskills that exploring may add.</param>
/// <param name="MostExamples">Highest allocation of a new subskill, and the most by which one may be changed.</param>
/// <param name="Skills">What is known of each skill.</param>
internal sealed record SteerTreeRequest(int MostSubskills, int MostExamples, IReadOnlyList<SkillToSteer> Skills) : TeacherRequest;

/// <summary>A skill to decide on.</summary>
/// <param name="Skill">Its name.</param>
/// <param name="Items">Items that the student was examined on; 0 if its accuracy is not known.</param>
/// <param name="Correct">How many of them it answered right.</param>
/// <param name="Subskills">Its parts that get examples; the skill itself if it has none.</param>
/// <param name="History">What was done to it, oldest first.</param>
internal sealed record SkillToSteer(string Skill, int Items, int Correct, IReadOnlyList<PartToSteer> Subskills, IReadOnlyList<PastAction> History);

/// <summary>A part of a skill.</summary>
internal sealed record PartToSteer(string Subskill, int Items, int Correct, int Allocation, int ExamplesSoFar);

/// <summary>Something that was done to a skill, and what came of it.</summary>
/// <param name="Action"><c>explore</c> or <c>exploit</c>.</param>
/// <param name="Reward">Change of the skill's accuracy, −1..1; left out while it is not known.</param>
/// <param name="StandardError">Its standard error.</param>
internal sealed record PastAction(
    string Action,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Reward = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? StandardError = null);

/// <summary>A decision for each skill.</summary>
internal sealed record SteerTreeAnswer(IReadOnlyList<SkillSteering> Decisions) : ICheckedAnswer
{
    /// <inheritdoc/>
    public string? FindProblem()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var decision in Decisions)
        {
            if (decision is null || string.IsNullOrWhiteSpace(decision.Skill))
            {
                return "An entry of decisions names no skill.";
            }

            if (!names.Add(decision.Skill))
            {
                return $"The skill {decision.Skill} has two decisions.";
            }

            if (decision.FindProblem() is { } problem)
            {
                return $"The decision on {decision.Skill} {problem}";
            }
        }

        return null;
    }
}

/// <summary>A decision on one skill.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Reasoning">Why.</param>
/// <param name="Action"><c>explore</c> or <c>exploit</c>.</param>
/// <param name="NewSubskills">For <c>explore</c>: how many subskills to add; else 0.</param>
/// <param name="ExamplesEach">For <c>explore</c>: the allocation of each; else 0.</param>
/// <param name="Deltas">For <c>exploit</c>: by how much allocations change; else empty.</param>
internal sealed record SkillSteering(string Skill, string Reasoning, string Action, int NewSubskills, int ExamplesEach, IReadOnlyList<PartDelta> Deltas)
{
    /// <summary>The action that adds subskills.</summary>
    public const string Explore = "explore";

    /// <summary>The action that moves allocations.</summary>
    public const string Exploit = "exploit";

    /// <summary>What is wrong with it, as the end of a sentence.</summary>
    public string? FindProblem() => Action switch
    {
        Explore when NewSubskills < 1 => "explores and adds no subskill.",
        Explore when ExamplesEach < 0 => "gives a subskill fewer than no examples.",
        Explore => null,
        Exploit when Deltas.Any(delta => delta is null || string.IsNullOrWhiteSpace(delta.Subskill)) => "changes a subskill without a name.",
        Exploit when Deltas.Select(delta => delta.Subskill).Distinct(StringComparer.Ordinal).Count() < Deltas.Count => "changes a subskill twice.",
        Exploit => null,
        _ => "is neither explore nor exploit.",
    };
}

/// <summary>By how much an allocation changes.</summary>
internal sealed record PartDelta(string Subskill, int Delta);
