using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Teachers;

/// <summary>What a teacher is asked for. Each role may have a teacher of its own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeacherRole>))]
public enum TeacherRole
{
    /// <summary>Writes examples.</summary>
    [JsonStringEnumMemberName("writer")]
    Writer,

    /// <summary>Names the skills of items, and assigns items to skills and subskills.</summary>
    [JsonStringEnumMemberName("labeller")]
    Labeller,

    /// <summary>Proposes subskills and, for a policy that asks it, decides what to teach.</summary>
    [JsonStringEnumMemberName("planner")]
    Planner,

    /// <summary>Judges examples and solves them again.</summary>
    [JsonStringEnumMemberName("judge")]
    Judge,
}

/// <summary>Teachers for single roles, such as a cheap labeller beside a strong writer. A role that is left out is done by the spec's <c>teacher</c>.</summary>
public sealed record TeacherRoles
{
    /// <summary>Names the skills of items, and assigns items to skills and subskills.</summary>
    public TeacherSpec? Labeller { get; init; }

    /// <summary>Proposes subskills and, for a policy that asks it, decides what to teach.</summary>
    public TeacherSpec? Planner { get; init; }

    /// <summary>Judges examples and solves them again.</summary>
    public TeacherSpec? Judge { get; init; }

    /// <summary>The teacher of a role, if it has one of its own.</summary>
    public TeacherSpec? Of(TeacherRole role) => role switch
    {
        TeacherRole.Labeller => Labeller,
        TeacherRole.Planner => Planner,
        TeacherRole.Judge => Judge,
        _ => null,
    };
}
