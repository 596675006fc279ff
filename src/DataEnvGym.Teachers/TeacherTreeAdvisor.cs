using DataEnvGym.Core;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>
/// Asks a teacher what to do to the skills of a tree, some at a time: the policy of DataEnvGym (arXiv 2410.06215) that is a language model. Numbers out of range are moved
/// to its end and decisions on skills that do not exist dropped; both are counted.
/// </summary>
/// <param name="chat">The teacher.</param>
public sealed class TeacherTreeAdvisor(StructuredChat chat) : ITreeAdvisor
{
    /// <summary>Most skills that one call asks about.</summary>
    public const int SkillsPerCall = 12;

    /// <summary>Most past actions of a skill that are shown: the newest.</summary>
    internal const int MostHistory = 6;

    /// <inheritdoc/>
    public async Task<TreeAdvice> AdviseAsync(TreeAdviceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (ledger, malformed) = (new Ledger(request.Allowance), 0);
        var actions = new SortedDictionary<string, TreeAction>(StringComparer.Ordinal);
        foreach (var (number, skills) in request.Tree.Skills.Chunk(SkillsPerCall).Index())
        {
            var question = TeacherPrompts.SteerTree(
                request.Prompts, new(request.MostSubskills, request.MostExamples, [.. skills.Select(skill => Describe(request.Tree, skill))]));
            var outcome = await chat.AskAsync(
                question, TeacherJson.Default.SteerTreeAnswer, ledger, Rng.Derive(request.Seed, $"call-{number + 1}"), cancellationToken);
            var clean = outcome.Rejection is null && (outcome.Value is not { } answer || Take(answer, request, skills, actions));
            malformed += clean ? 0 : 1;
            if (outcome.AllowanceReached)
            {
                break;
            }
        }

        return new(actions, ledger.Spent, malformed) { Calls = ledger.Calls };
    }

    private static SkillToSteer Describe(SkillTree tree, TreeNode skill) => new(
        skill.Path, skill.Items, skill.Correct,
        [.. tree.LeavesOf(skill.Path).Select(leaf => new PartToSteer(leaf.Path, leaf.Items, leaf.Correct, leaf.Allocation, leaf.Examples))],
        [.. tree.HistoryOf(skill.Path).TakeLast(MostHistory).Select(turn => new PastAction(
            turn.Action is Explore ? SkillSteering.Explore : SkillSteering.Exploit, Round(turn.Reward?.Value), Round(turn.Reward?.StandardError)))]);

    private static double? Round(double? share) => share is { } value ? Math.Round(value, 3) : null;

    private static bool Take(SteerTreeAnswer answer, TreeAdviceRequest request, TreeNode[] skills, SortedDictionary<string, TreeAction> actions)
    {
        var names = skills.ToDictionary(skill => SkillName.Normalize(skill.Path), skill => skill.Path, StringComparer.Ordinal);
        var clean = answer.Decisions.Count == skills.Length;
        foreach (var decision in answer.Decisions)
        {
            if (!names.Remove(SkillName.Normalize(decision.Skill), out var skill))
            {
                clean = false;
                continue;
            }

            var (action, exact) = decision.Action == SkillSteering.Explore ? Explore(decision, request) : Exploit(decision, request, skill);
            actions[skill] = action with { Reason = decision.Reasoning };
            clean &= exact;
        }

        return clean;
    }

    private static (TreeAction Action, bool Exact) Explore(SkillSteering decision, TreeAdviceRequest request)
    {
        var explore = new Explore(Math.Min(decision.NewSubskills, request.MostSubskills), Math.Min(decision.ExamplesEach, request.MostExamples));
        return (explore, explore.Count == decision.NewSubskills && explore.ExamplesEach == decision.ExamplesEach);
    }

    private static (TreeAction Action, bool Exact) Exploit(SkillSteering decision, TreeAdviceRequest request, string skill)
    {
        var leaves = request.Tree.LeavesOf(skill).Select(leaf => leaf.Path).ToList();
        var (deltas, exact) = (new Dictionary<string, int>(StringComparer.Ordinal), true);
        foreach (var (subskill, delta) in decision.Deltas)
        {
            var leaf = leaves.FirstOrDefault(path => path == subskill) ?? leaves.FirstOrDefault(path => SkillName.Normalize(TreePath.Name(path)) == SkillName.Normalize(TreePath.Name(subskill)));
            var within = Math.Clamp(delta, -request.MostExamples, request.MostExamples);
            exact &= leaf is not null && deltas.TryAdd(leaf, within) && within == delta;
        }

        return (new Exploit(deltas), exact);
    }
}
