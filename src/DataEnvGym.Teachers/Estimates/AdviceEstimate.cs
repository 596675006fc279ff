using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Costs <see cref="TeacherAdvisor"/> in one iteration.</summary>
internal static class AdviceEstimate
{
    private const int LikelyPast = 2;
    private const int TokensOfReasoning = 100;
    private const int TokensPerShare = 12;

    /// <summary>The advice of an iteration.</summary>
    /// <param name="words">The domain's words.</param>
    /// <param name="teacher">The adviser.</param>
    /// <param name="budget">Examples to share out.</param>
    /// <param name="likelySkills">Skills that there probably are.</param>
    /// <param name="mostSkills">Skills that there can be.</param>
    /// <param name="mostPast">Iterations that there can have been.</param>
    public static Workload Of(PromptSet words, TeacherSpec teacher, int budget, IReadOnlyList<string> likelySkills, int mostSkills, int mostPast)
    {
        var cost = new QuestionEstimate(teacher, TeacherJson.Default.ShareBudgetAnswer);
        var longest = new string('\u4E00', SkillName.MaxLength);
        return new(
            cost.Expected(TeacherPrompts.ShareBudget(words, Request(likelySkills, LikelyPast)), TokensOfReasoning + (TokensPerShare * likelySkills.Count)),
            cost.Worst(TeacherPrompts.ShareBudget(words, Request(Enumerable.Repeat(longest, mostSkills), mostPast))));

        ShareBudgetRequest Request(IEnumerable<string> skills, int past) =>
            new(budget, [.. skills.Select(skill => new SkillToWeigh(skill, mostSkills, mostSkills, [.. Enumerable.Repeat(new SkillHistory(mostSkills, mostSkills, budget), past)]))]);
    }
}
