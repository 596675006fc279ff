using System.Globalization;
using System.Text;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>Writes a report for people.</summary>
public static class ReportMarkdown
{
    /// <summary>The report as Markdown.</summary>
    public static string Write(EpisodeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # {report.Episode}

            | | |
            |---|---|
            | task | {report.Task} |
            | environment, agent | {report.Environment}, {report.Agent} |
            | student | {report.Student} |
            | seed | {report.Seed} |
            | ended because of | {Words.Of(report.Stopped)} |
            {(report.Taxonomy is null ? "" : Row(report.Taxonomy) + "\n")}| examined | {report.Protocol}, graded by {report.Grader} |
            | chosen checkpoint | iteration {report.BestIteration}, `{report.Checkpoint.Name}` |
            | examples trained on | {report.Examples:N0} |
            | teacher | {report.Spend.Calls:N0} calls, {report.Spend.Tokens:N0} tokens, ${report.Spend.Money:0.00} |
            | time | {report.Seconds.Total():0} s, of which training {report.Seconds.Train:0} s and examinations {report.Seconds.Examine:0} s |

            ![learning curve](curve.png)

            ## Outcome

            {Verdict(report)}

            | split | items | before | after | difference (95 % interval) |
            |---|---:|---:|---:|---:|
            {Row("test (sealed, read once)", report.Test)}
            {(report.Weak is null ? "" : Row("test, weak skills only", report.Weak) + "\n")}{Row("select (chose the checkpoint)", report.Select)}

            ## Iterations

            | iteration | probe | select (95 % interval) | ordered | trained on | dropped |
            |---:|---:|---:|---:|---:|---|

            """);
        foreach (var point in report.Iterations)
        {
            var dropped = string.Join(", ", point.Dropped.Select(pair => $"{pair.Value:N0} {pair.Key}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {point.Number} | {Share(point.Probe)} | {Share(point.Select)} ({Share(point.SelectLow)} … {Share(point.SelectHigh)}) | {point.Ordered:N0} | {point.Examples:N0} | {dropped} |");
        }

        if (report.Skills.Count > 0)
        {
            text.AppendLine().AppendLine("## Skills on the sealed split").AppendLine();
            text.AppendLine("| skill | weak at the start | items | before | after | difference (95 % interval) |").AppendLine("|---|---|---:|---:|---:|---:|");
            foreach (var skill in report.Skills)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {skill.Name} | {(skill.Weak ? "yes" : "")} | {skill.N} | {Share(skill.Before)} | {Share(skill.After)} | {Points(skill.Difference)} |");
            }

            text.AppendLine().AppendLine("Weak: below half of the mean of the best quarter of the skills, on the select split, before the first training.");
        }

        WriteLevels(text, report.Levels);
        WriteRegret(text, report.Regret);
        if (report.Tree is { } tree)
        {
            TreeReport.Write(tree, text);
        }

        SpendMarkdown.Append(text, report);
        return text.ToString();
    }

    private static void WriteLevels(StringBuilder text, IReadOnlyList<ReportLevel>? levels)
    {
        if (levels is null)
        {
            return;
        }

        text.AppendLine().AppendLine("## Levels on the sealed split").AppendLine();
        text.AppendLine("| level | items | before | after | difference (95 % interval) |").AppendLine("|---:|---:|---:|---:|---:|");
        foreach (var level in levels)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {level.Level} | {level.N} | {Share(level.Before)} | {Share(level.After)} | {Points(level.Difference)} |");
        }
    }

    private static void WriteRegret(StringBuilder text, RegretReport? regret)
    {
        if (regret is null)
        {
            return;
        }

        text.AppendLine().AppendLine("## What the examples of each skill brought").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"The share of right probe answers rose by {regret.Gain * 100:0.0} points. Seen from the end, the best choice of skills would have brought {regret.Hindsight * 100:0.0}: a regret of {Points(regret.Regret)}.");
        text.AppendLine("The best of many noisy gains flatters itself, so the regret is rather too large than too small.").AppendLine();
        text.AppendLine("| skill | examples | gain (points of the whole) | per 1,000 examples |").AppendLine("|---|---:|---:|---:|");
        foreach (var arm in regret.Skills)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {arm.Skill} | {arm.Examples:N0} | {arm.Gain * 100:+0.00;−0.00;0.00} | {arm.PerThousand * 100:+0.00;−0.00;0.00} |");
        }
    }

    /// <summary>What may be claimed, in one sentence.</summary>
    public static string Verdict(EpisodeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var difference = report.Test.Difference;
        var (from, to) = (Share(report.Test.Before), Share(report.Test.After));
        if (report.BestIteration == 0)
        {
            return $"No iteration was better than the base on the select split, so the base was kept: {from} of the sealed test.";
        }

        return difference switch
        {
            { Low: > 0 } => $"The student got better: from {from} to {to} of the sealed test, {Points(difference)}.",
            { High: < 0 } => $"The student got worse: from {from} to {to} of the sealed test, {Points(difference)}.",
            _ => $"No difference can be claimed: {from} before and {to} after on the sealed test, {Points(difference)}.",
        };
    }

    /// <summary>A share as a percentage with one decimal.</summary>
    public static string Share(double value) => $"{value * 100:0.0} %";

    /// <summary>A difference of shares in percentage points with its interval.</summary>
    public static string Points(Interval difference) => $"{difference.Value * 100:+0.0;−0.0;0.0} points ({difference.Low * 100:+0.0;−0.0;0.0} … {difference.High * 100:+0.0;−0.0;0.0})";

    private static string Row(ReportTaxonomy skills) =>
        $"| skills | {skills.Skills} {skills.Source}, version {skills.Version} (`{skills.Id}`); {Share(skills.Coverage)} of {skills.Items:N0} probe items have one |";

    private static string Row(string name, BeforeAfter pair) => $"| {name} | {pair.N:N0} | {Share(pair.Before)} | {Share(pair.After)} | {Points(pair.Difference)} |";
}
