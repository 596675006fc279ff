using System.Globalization;
using System.Text;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>The part of a report that says what the teachers cost.</summary>
internal static class SpendMarkdown
{
    public static void Append(StringBuilder text, EpisodeReport report)
    {
        if (report.SpendBy is not { } by || by.Role.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("## What the teachers cost").AppendLine();
        text.AppendLine("| | calls | tokens read | of them cached | tokens written | dollars |").AppendLine("|---|---:|---:|---:|---:|---:|");
        Append(text, "role", by.Role);
        Append(text, "iteration", by.Iteration);
        Append(text, "skill", by.Skill);
        foreach (var price in report.Prices)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{price.Field}, {price.Teacher}: ${price.Input} per million tokens read (${price.Cached} cached), ${price.Output} written; price from {price.Source}.");
        }
    }

    private static void Append(StringBuilder text, string what, IReadOnlyList<ReportSpendRow> rows)
    {
        foreach (var (name, spend) in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {what} {name} | {spend.Calls:N0} | {spend.InputTokens:N0} | {spend.CachedTokens:N0} | {spend.OutputTokens:N0} | {spend.Money:0.0000} |");
        }
    }
}
