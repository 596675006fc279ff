using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Costs <see cref="TeacherSkillDiscovery"/> on the items that it would label.</summary>
internal static class LabellingEstimate
{
    // {"id":"12","skill":"two-step-addition"},
    private const int TokensPerLabel = 11;

    private static readonly string[] WorstNames = [.. Enumerable.Range(0, TeacherSkillDiscovery.MaxKnownSkills).Select(_ => new string('\u4E00', SkillName.MaxLength))];

    public static Workload Of(IReadOnlyList<Item> items, PromptSet words, TeacherSpec teacher, IReadOnlyList<string> likelySkills)
    {
        var cost = new QuestionEstimate(teacher, TeacherJson.Default.LabelSkillsAnswer);
        var sum = default(Workload);
        foreach (var batch in items.Chunk(TeacherSkillDiscovery.ItemsPerCall))
        {
            ItemToLabel[] shown = [.. batch.Select((item, index) => new ItemToLabel($"{index + 1}", item.Prompt))];
            sum += new Workload(
                cost.Expected(TeacherPrompts.LabelSkills(words, new LabelSkillsRequest(shown, likelySkills)), TokensPerLabel * batch.Length),
                cost.Worst(TeacherPrompts.LabelSkills(words, new LabelSkillsRequest(shown, WorstNames))));
        }

        return sum;
    }
}
