using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks how to share a budget of examples out between skills.</summary>
/// <param name="Budget">Examples to share out.</param>
/// <param name="Skills">What is known of each skill.</param>
internal sealed record ShareBudgetRequest(int Budget, IReadOnlyList<SkillToWeigh> Skills) : TeacherRequest;

/// <summary>A skill to weigh.</summary>
/// <param name="Skill">Its name.</param>
/// <param name="Items">Items that the student was examined on; 0 if its accuracy is not known.</param>
/// <param name="Correct">How many of them it answered right.</param>
/// <param name="History">Earlier iterations, oldest first.</param>
internal sealed record SkillToWeigh(string Skill, int Items, int Correct, IReadOnlyList<SkillHistory> History);

/// <summary>An earlier iteration of a skill.</summary>
/// <param name="Items">Items before it.</param>
/// <param name="Correct">Right answers before it.</param>
/// <param name="Examples">Examples that the student was then trained on.</param>
internal sealed record SkillHistory(int Items, int Correct, int Examples);

/// <summary>Shares of the budget.</summary>
/// <param name="Reasoning">Why.</param>
/// <param name="Shares">At most one for each skill; only their ratios count.</param>
internal sealed record ShareBudgetAnswer(string Reasoning, IReadOnlyList<SkillShare> Shares) : ICheckedAnswer
{
    /// <inheritdoc/>
    public string? FindProblem()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var share in Shares)
        {
            if (share is null || string.IsNullOrWhiteSpace(share.Skill))
            {
                return "An entry of shares names no skill.";
            }

            if (!double.IsFinite(share.Share) || share.Share < 0)
            {
                return "A share is below zero or no number.";
            }

            if (!names.Add(share.Skill))
            {
                return $"The skill {share.Skill} has two shares.";
            }
        }

        return Shares.Any(share => share.Share > 0) ? null : "No skill has a share above zero.";
    }
}

/// <summary>A skill's share of the budget.</summary>
internal sealed record SkillShare(string Skill, double Share);
