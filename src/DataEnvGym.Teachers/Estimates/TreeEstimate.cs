using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Costs the growing of a skill tree in one iteration: subskills are proposed, and items assigned to them.</summary>
internal sealed class TreeEstimate(EpisodeSpec spec, PromptSet words, IReadOnlyList<Item> items, IReadOnlyList<string> likelySkills)
{
    // A skill is explored in about every other iteration.
    private const double UsuallyExplored = 0.5;
    private const int TokensPerName = 8;
    private const int TokensPerLabel = 14;
    private const int TokensPerDecision = 80;

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

    /// <summary>What the teacher's decisions cost, where it decides.</summary>
    public Workload Steering()
    {
        if (spec.Agent.Tree is not { Policy: TreePolicyKind.Teacher } tree)
        {
            return default;
        }

        var cost = new QuestionEstimate(spec.TeacherFor(TeacherRole.Planner), TeacherJson.Default.SteerTreeAnswer);
        var (full, cap) = (TeacherTreeAdvisor.SkillsPerCall, TreePolicyCatalog.Cap(tree));
        var likely = Question([.. likelySkills.Take(full)], 3, 1);
        var worst = Question([.. Enumerable.Repeat(Longest, full)], most, TeacherTreeAdvisor.MostHistory);
        return new(
            cost.Expected(likely, TokensPerDecision * Math.Min(full, likelySkills.Count)).Times(Math.Ceiling((double)likelySkills.Count / full)),
            cost.Worst(worst).Times((mostSkills + full - 1) / full));

        ChatQuestion Question(string[] skills, int parts, int past) => TeacherPrompts.SteerTree(words, new SteerTreeRequest(most, cap,
            [.. skills.Select(skill => new SkillToSteer(
                skill, items.Count, items.Count,
                [.. Enumerable.Repeat(new PartToSteer(Path(2), items.Count, items.Count, cap, int.MaxValue), parts)],
                [.. Enumerable.Repeat(new PastAction(SkillSteering.Explore, -0.123, 0.123), past)]))]));
    }

    /// <summary>What assigning the items costs. Each skill's items are asked about apart, at worst in calls that are not full.</summary>
    public Workload Assigning()
    {
        var cost = new QuestionEstimate(spec.TeacherFor(TeacherRole.Labeller), TeacherJson.Default.LabelSkillsAnswer);
        var perSkill = Math.Max(1, items.Count / likelySkills.Count);
        var likely = TeacherPrompts.AssignItems(words, new AssignItemsRequest(Shown(items.Take(Math.Min(perSkill, TeacherSkillDiscovery.ItemsPerCall))), [.. likelySkills.Take(3)]));
        var longest = items.OrderByDescending(item => item.Prompt.Length).Take(TeacherSkillDiscovery.ItemsPerCall);
        var worst = TeacherPrompts.AssignItems(words, new AssignItemsRequest(Shown(longest), [.. Enumerable.Repeat(Path(3), most + 1)]));
        var calls = Math.Ceiling((double)perSkill / TeacherSkillDiscovery.ItemsPerCall);
        return new(
            cost.Expected(likely, TokensPerLabel * perSkill).Times(likelySkills.Count * calls * UsuallyExplored),
            cost.Worst(worst).Times(mostSkills + (items.Count / TeacherSkillDiscovery.ItemsPerCall)));
    }

    private static string Path(int depth) => string.Join('/', Enumerable.Repeat(Longest, depth));

    private static ItemToLabel[] Shown(IEnumerable<Item> items) => [.. items.Select((item, index) => new ItemToLabel($"{index + 1}", item.Prompt))];
}
