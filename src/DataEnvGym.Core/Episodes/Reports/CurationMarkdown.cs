using System.Globalization;
using System.Text;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>The part of a report for people that says what became of the drafts.</summary>
internal static class CurationMarkdown
{
    public static void Write(StringBuilder text, IReadOnlyList<ReportIteration> iterations)
    {
        var gates = iterations.SelectMany(point => point.Gates ?? []).GroupBy(tally => tally.Gate, StringComparer.Ordinal).ToList();
        if (gates.Count == 0)
        {
            return;
        }

        var (ordered, kept, missing) = (iterations.Sum(point => point.Ordered), iterations.Sum(point => point.Kept), iterations.Sum(point => point.Shortfall));
        text.AppendLine().AppendLine("## Curation").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{ordered:N0} examples were ordered, {kept:N0} were kept, and {missing:N0} were still missing in the end.{Unverified(iterations)}").AppendLine();
        text.AppendLine("| gate | drafts that came to it | dropped |").AppendLine("|---|---:|---:|");
        foreach (var gate in gates)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {gate.Key} | {gate.Sum(tally => tally.Seen):N0} | {gate.Sum(tally => tally.Dropped):N0} |");
        }

        text.AppendLine().AppendLine("| reason | drafts |").AppendLine("|---|---:|");
        foreach (var reason in iterations.SelectMany(point => point.Dropped).GroupBy(pair => pair.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {reason.Key} | {reason.Sum(pair => pair.Value):N0} |");
        }
    }

    private static string Unverified(IReadOnlyList<ReportIteration> iterations)
    {
        var count = iterations.Sum(point => point.Unverified);
        return count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {count:N0} of the kept could not be verified.");
    }
}
