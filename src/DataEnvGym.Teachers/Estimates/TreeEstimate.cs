using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Costs the growing of a skill tree in one iteration: subskills are proposed, and items assigned to them.</summary>
internal sealed class TreeEstimate(EpisodeSpec spec, PromptSet words, IReadOnlyList<Item> items, IReadOnlyList<string> likelySkills)
{
    // A skill is explored in about every other iteration.
    private const double UsuallyExplored = 0.5;
    private const int TokensPerName = 8;
    private const int TokensPerLabel = 14;

    private static readonly string Longest = new('\u4E00', SkillName.MaxLength);

    // Each item may have a skill of its own, and each skill is below the root of its own subskills.
    private readonly int mostSkills = items.Count + 1;
    private readonly int most = TreePolicyCatalog.MaxSubskills(spec.Agent.Tree ?? new());

    /// <summary>What the planner's proposals cost.</summary>
    public Workload Proposing()
    {
        var cost = new QuestionEstimate(spec.TeacherFor(TeacherRole.Planner), TeacherJson.Default.ProposeSubskillsAnswer);
        var likely = TeacherPrompts.ProposeSubskills(words, new ProposeSubskillsRequest(likelySkills[0], [.. likelySkills.Take(Math.Min(most, 3))], 3));
        var worst = TeacherPrompts.ProposeSubskills(words, new ProposeSubskillsRequest(Path(2), [.. Enumerable.Repeat(Longest, most)], most));
        return new(
            cost.Expected(likely, TokensPerName * 3).Times(likelySkills.Count * UsuallyExplored), cost.Worst(worst).Times(SubskillProposer.Turns * mostSkills));
    }

    /// <summary>What assigning the items costs. Each skill's items are asked about apart, at worst in calls that are not full.</summary>
    public Workload Assigning()
    {
        var cost = new QuestionEstimate(spec.TeacherFor(TeacherRole.Labeller), TeacherJson.Default.LabelSkillsAnswer);
        var perSkill = Math.Max(1, items.Count / likelySkills.Count);
        var likely = TeacherPrompts.AssignItems(words, new AssignItemsRequest(Shown(items.Take(Math.Min(perSkill, TeacherItemAssigner.ItemsPerCall))), [.. likelySkills.Take(3)]));
        var longest = items.OrderByDescending(item => item.Prompt.Length).Take(TeacherItemAssigner.ItemsPerCall);
        var worst = TeacherPrompts.AssignItems(words, new AssignItemsRequest(Shown(longest), [.. Enumerable.Repeat(Path(3), most + 1)]));
        var calls = Math.Ceiling((double)perSkill / TeacherItemAssigner.ItemsPerCall);
        return new(
            cost.Expected(likely, TokensPerLabel * perSkill).Times(likelySkills.Count * calls * UsuallyExplored),
            cost.Worst(worst).Times(mostSkills + (items.Count / TeacherItemAssigner.ItemsPerCall)));
    }

    private static string Path(int depth) => string.Join('/', Enumerable.Repeat(Longest, depth));

    private static ItemToLabel[] Shown(IEnumerable<Item> items) => [.. items.Select((item, index) => new ItemToLabel($"{index + 1}", item.Prompt))];
}
