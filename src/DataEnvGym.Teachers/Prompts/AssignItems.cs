using System.Text.Json.Serialization;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks which of the given names fits each item. The answer is a <see cref="LabelSkillsAnswer"/>; the label is "none" where no choice fits.</summary>
/// <param name="Items">Items under ids that mean nothing outside the prompt.</param>
/// <param name="Choices">The names to choose among, sorted.</param>
internal sealed record AssignItemsRequest(IReadOnlyList<ItemToLabel> Items, IReadOnlyList<string> Choices) : TeacherRequest
{
    /// <summary>The skill of which the choices are parts; left out if they are skills themselves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Skill { get; init; }
}
