using System.Text.Json.Serialization;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks to group labels into skills.</summary>
/// <param name="Labels">Labels, sorted.</param>
/// <param name="KnownSkills">Skills that earlier calls made of other labels, sorted.</param>
internal sealed record AggregateSkillsRequest(IReadOnlyList<string> Labels, IReadOnlyList<string> KnownSkills) : TeacherRequest
{
    /// <summary>How many skills are wanted at the least; left out to let the teacher decide.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }
}

/// <summary>Groups of labels.</summary>
internal sealed record AggregateSkillsAnswer(IReadOnlyList<LabelGroup> Skills) : ICheckedAnswer
{
    /// <inheritdoc/>
    public string? FindProblem() =>
        Skills.Any(group => group is null || string.IsNullOrWhiteSpace(group.Name) || group.Labels.Any(label => label is null))
            ? "An entry of skills is null, has a blank name, or holds a label that is null."
            : null;
}

/// <summary>Labels that are one skill.</summary>
/// <param name="Name">The skill's name.</param>
/// <param name="Labels">Its labels.</param>
internal sealed record LabelGroup(string Name, IReadOnlyList<string> Labels);
