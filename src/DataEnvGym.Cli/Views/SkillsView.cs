using DataEnvGym.Cli.Commands.Skills;
using DataEnvGym.Core.Episodes.Reports;

namespace DataEnvGym.Cli.Views;

/// <summary>Skills on the terminal.</summary>
internal static class SkillsView
{
    private const int PromptWidth = 70;

    public static void Write(SkillsShown shown)
    {
        var summary = shown.Summary;
        Console.WriteLine($"{shown.Name}: version {summary.Version} ({summary.Id}), {summary.Sizes.Count} skills; {shown.Note ?? "no note"}");
        Console.WriteLine(shown.ItemsKnown
            ? $"coverage {ReportMarkdown.Share(summary.Coverage)}: {summary.Labelled:N0} of {summary.Items:N0} probe items have a skill"
            : $"{summary.Labelled:N0} items have a skill; of how many is not known, since the task's items cannot be read");
        PlainTable.Write(["skill", "#items", "#share", "examples"], summary.Sizes.Select(size => new[]
        {
            size.Skill, $"{size.Items:N0}", ReportMarkdown.Share((double)size.Items / Math.Max(1, summary.Items)), string.Join(" | ", shown.Examples[size.Skill].Select(Shorten)),
        }));
    }

    public static void Write(SkillsDiscovered discovered)
    {
        foreach (var (index, labelling) in discovered.Labellings.Index())
        {
            var summary = labelling.Summary;
            Console.WriteLine(
                $"labelling {index + 1} ({summary.Id}): {summary.Sizes.Count} skills, coverage {ReportMarkdown.Share(summary.Coverage)} of {summary.Items:N0} items; "
                + $"{labelling.Spend.Calls:N0} calls, {labelling.Spend.Tokens:N0} tokens, ${labelling.Spend.Money:0.00}, {labelling.Malformed} malformed"
                + (labelling.File is null ? "" : $"; written to {labelling.File}"));
        }

        if (discovered.Labellings is [var only])
        {
            PlainTable.Write(["skill", "#items"], only.Summary.Sizes.Select(size => new[] { size.Skill, $"{size.Items:N0}" }));
        }

        foreach (var pair in discovered.Agreements)
        {
            Console.WriteLine($"labellings {pair.First} and {pair.Second}: {AgreementView.Figures(pair.Agreement)}");
        }
    }

    private static string Shorten(string prompt)
    {
        var line = prompt.ReplaceLineEndings(" ");
        return line.Length <= PromptWidth ? line : $"{line[..(PromptWidth - 1)]}…";
    }
}
