using DataEnvGym.Core.Episodes;
using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>All skills at a glance, in as many columns as fit: name, bar, share now and its change.</summary>
internal static class SkillGrid
{
    private const int Bar = 10;
    private const int Column = 48;

    public static Grid Draw(IReadOnlyList<SkillProgress> skills, int width)
    {
        var columns = Math.Max(1, width / Column);
        var rows = (skills.Count + columns - 1) / columns;
        var grid = new Grid();
        for (var i = 0; i < columns; i++)
        {
            grid.AddColumn(new GridColumn().NoWrap());
        }

        for (var row = 0; row < rows; row++)
        {
            var cells = Enumerable.Range(0, columns).Select(column => (column * rows) + row);
            grid.AddRow([.. cells.Select(i => new Markup(i < skills.Count ? Cell(skills[i]) : ""))]);
        }

        return grid;
    }

    private static string Cell(SkillProgress skill)
    {
        var filled = (int)Math.Round(skill.Now * Bar);
        var change = (skill.Now - skill.Before) * 100;
        var color = change >= 5 ? "green" : change <= -5 ? "red" : "grey";
        var name = skill.Name.Length <= 21 ? skill.Name : $"{skill.Name[..20]}…";
        return $"{Markup.Escape(name),-21} [blue]{new string('█', filled)}[/][grey]{new string('░', Bar - filled)}[/] {skill.Now * 100,4:0} % [{color}]{change,4:+0;-0;0}[/]";
    }
}
