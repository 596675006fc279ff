using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>A table of text.</summary>
internal static class PlainTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="columns">Its columns; one that begins with <c>#</c> holds numbers.</param>
    /// <param name="rows">Its rows.</param>
    public static void Write(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column.TrimStart('#')).PadLeft(0).PadRight(2).Alignment(column[0] is '#' ? Justify.Right : Justify.Left));
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        AnsiConsole.Console.Write(table);
    }
}
