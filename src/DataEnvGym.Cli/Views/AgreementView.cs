using System.Globalization;
using DataEnvGym.Cli.Commands.Skills;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Skills;

namespace DataEnvGym.Cli.Views;

/// <summary>How far labellings agree, on the terminal.</summary>
internal static class AgreementView
{
    private const int MostShown = 3;

    /// <summary>The figures in one line.</summary>
    public static string Figures(LabelAgreement agreement) =>
        string.Create(CultureInfo.InvariantCulture, $"adjusted Rand index {agreement.AdjustedRand:0.000}, Cohen's kappa {agreement.Kappa:0.000}, ")
        + $"{ReportMarkdown.Share(agreement.Same)} of {agreement.Items:N0} items the same";

    public static void Write(LabelAgreement agreement, string first, string second)
    {
        Console.WriteLine($"{first} and {second}: {Figures(agreement)}");
        Console.WriteLine($"left out: {agreement.OnlyFirst:N0} items that only {first} gives a skill, {agreement.OnlySecond:N0} that only {second} does");
        WriteTable(agreement, first, second);
    }

    public static void Write(SkillsCompared compared)
    {
        Console.WriteLine($"{compared.Name}: {compared.Skills} skills against the task's {compared.GoldSkills}; {Figures(compared.Agreement)}; coverage {ReportMarkdown.Share(compared.Coverage)}");
        WriteTable(compared.Agreement, "found", "the task's own");
    }

    private static void WriteTable(LabelAgreement agreement, string first, string second) =>
        PlainTable.Write([first, "#items", second, "#shared", "others"], agreement.Matches.Select((match, row) => new[]
        {
            match.First, $"{match.FirstItems:N0}", match.Second ?? "(no partner)", $"{match.Shared:N0}", Others(agreement, row, match),
        }));

    // One row of the confusion table, without the cell that has a column of its own.
    private static string Others(LabelAgreement agreement, int row, SkillMatch match)
    {
        var others = agreement.Table.Columns
            .Select((name, column) => (Name: name, Count: agreement.Table.Counts[row][column]))
            .Where(cell => cell.Count > 0 && cell.Name != match.Second)
            .OrderByDescending(cell => cell.Count)
            .ToList();
        return string.Join(", ", others.Take(MostShown).Select(cell => $"{cell.Count:N0} {cell.Name}")) + (others.Count > MostShown ? $" and {others.Count - MostShown} more" : "");
    }
}
