using System.Globalization;
using System.Text;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>The part of a report that is about the skill tree. Pure.</summary>
public static class TreeReport
{
    /// <summary>Draws it up.</summary>
    /// <param name="tree">The tree after the last examination.</param>
    /// <param name="before">The base on the probe split.</param>
    /// <param name="after">The chosen checkpoint on the probe split.</param>
    public static ReportTree Build(SkillTree tree, IReadOnlyList<GradedAnswer> before, IReadOnlyList<GradedAnswer> after)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new(
            [.. tree.Nodes.Select(node => new ReportTreeNode(node.Path, node.Since, node.Allocation, node.Examples) { Probe = Compare(node) })],
            [.. tree.History.Select(turn => new ReportTreeAction(
                turn.Iteration, turn.Skill, TreeWords.Kind(turn.Action), turn.Propensity, TreeWords.What(turn), turn.Added, turn.Notes)
                {
                    Reason = turn.Action.Reason, Reward = turn.Reward,
                })]);

        BeforeAfter? Compare(TreeNode node)
        {
            var (first, second) = (Of(before), Of(after));
            return first.Count == 0 ? null : ReportBuilder.Compare(first, second);

            List<GradedAnswer> Of(IReadOnlyList<GradedAnswer> answers) =>
                [.. answers.Where(answer => TreePath.IsWithin(tree.Assignments.GetValueOrDefault(answer.ItemId), node.Path))];
        }
    }

    /// <summary>The same for people, as Markdown.</summary>
    public static void Write(ReportTree tree, StringBuilder text)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(text);
        text.AppendLine().AppendLine("## Skill tree").AppendLine();
        text.AppendLine("| node | since | allocation | trained on | probe items | before | after | difference (95 % interval) |").AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var node in tree.Nodes)
        {
            var probe = node.Probe is { } pair
                ? $"{pair.N} | {ReportMarkdown.Share(pair.Before)} | {ReportMarkdown.Share(pair.After)} | {ReportMarkdown.Points(pair.Difference)}"
                : "0 | unknown | unknown | unknown";
            text.AppendLine(CultureInfo.InvariantCulture, $"| {node.Path} | {node.Since} | {node.Allocation:N0} | {node.Examples:N0} | {probe} |");
        }

        text.AppendLine().AppendLine("## What was done to the tree").AppendLine();
        text.AppendLine("| iteration | skill | action | outcome | reward ± standard error | items | notes |").AppendLine("|---:|---|---|---|---:|---:|---|");
        foreach (var action in tree.Actions)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {action.Iteration} | {action.Skill} | {action.Action} | {action.Outcome} | {Of(action.Reward)} | {Cell([.. action.Notes, .. action.Reason is { } reason ? [reason] : Array.Empty<string>()])} |");
        }

        text.AppendLine().AppendLine("Reward: change of the skill's accuracy on the probe split from before the iteration to after it.");
    }

    private static string Of(Reward? reward) =>
        reward is null ? "unknown | 0" : $"{reward.Value * 100:+0.0;−0.0;0.0} ± {reward.StandardError * 100:0.0} points | {reward.N}";

    // A teacher's words must not break the table.
    private static string Cell(IEnumerable<string> texts) => string.Join(' ', texts).ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
