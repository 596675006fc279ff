using DataEnvGym.Core.Episodes;
using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>All skills at a glance, in as many columns as fit: name, bar, share now and its change since the start.</summary>
internal static class SkillGrid
{
    private const int Name = 21;
    private const int Numbers = 13;
    private const int Gap = 3;
    private const int LongBar = 10;
    private const int ShortBar = 4;

    public static Grid Draw(IReadOnlyList<SkillProgress> skills, int width)
    {
        // Two columns with short bars are better than one with long ones: the list must fit the height too.
        var bar = width >= 2 * (Name + LongBar + Numbers + Gap) ? LongBar : ShortBar;
        var columns = Math.Max(1, (width + Gap) / (Name + bar + Numbers + Gap));
        var rows = (skills.Count + columns - 1) / columns;
        var grid = new Grid();
        for (var i = 0; i < columns; i++)
        {
            grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(i < columns - 1 ? Gap : 0));
        }

        for (var row = 0; row < rows; row++)
        {
            var cells = Enumerable.Range(0, columns).Select(column => (column * rows) + row);
            grid.AddRow([.. cells.Select(i => new Markup(i < skills.Count ? Cell(skills[i], bar) : ""))]);
        }

        return grid;
    }

    private static string Cell(SkillProgress skill, int bar)
    {
        var filled = (int)Math.Round(skill.Now * bar);
        var change = Math.Round((skill.Now - skill.Before) * 100);
        var color = change >= 5 ? "green" : change <= -5 ? "red" : "grey";
        var name = Fit.To(skill.Name, Name);
        return $"{Markup.Escape(name.PadRight(Name))} [blue]{new string('█', filled)}[/][grey]{new string('░', bar - filled)}[/] {skill.Now * 100,4:0} % [{color}]{(change == 0 ? "" : $"{change:+0;−0}"),4}[/]";
    }
}
