using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks which skill each item needs.</summary>
/// <param name="Items">Items under ids that mean nothing outside the prompt.</param>
/// <param name="KnownSkills">Names in use so far, sorted.</param>
internal sealed record LabelSkillsRequest(IReadOnlyList<ItemToLabel> Items, IReadOnlyList<string> KnownSkills) : TeacherRequest;

/// <summary>One item to label.</summary>
internal sealed record ItemToLabel(string Id, string Prompt);

/// <summary>A label for each item.</summary>
internal sealed record LabelSkillsAnswer(IReadOnlyList<SkillLabel> Labels) : ICheckedAnswer
{
    /// <inheritdoc/>
    public string? FindProblem() => Labels.Any(label => label is null) ? "An entry of labels is null." : null;
}

/// <summary>The skill of one item.</summary>
internal sealed record SkillLabel(string Id, string Skill);
