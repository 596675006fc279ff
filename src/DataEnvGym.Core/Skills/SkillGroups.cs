using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Skills;

/// <summary>Skills of two taxonomies that hang together by shared items.</summary>
internal static class SkillGroups
{
    /// <summary>
    /// The connected parts of a table: rows and columns that share items, directly or over others. One row with one column is the same group of items,
    /// several rows with one column are a merger.
    /// </summary>
    public static IEnumerable<(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns)> Of(ContingencyTable table)
    {
        var seen = new bool[table.Rows.Count];
        for (var first = 0; first < seen.Length; first++)
        {
            if (!seen[first])
            {
                yield return Grow(table, first, seen);
            }
        }
    }

    private static (IReadOnlyList<string> Rows, IReadOnlyList<string> Columns) Grow(ContingencyTable table, int first, bool[] seen)
    {
        var (rows, columns) = (new SortedSet<int> { first }, new SortedSet<int>());
        var open = new Queue<int>([first]);
        seen[first] = true;
        while (open.TryDequeue(out var row))
        {
            foreach (var column in Enumerable.Range(0, table.Columns.Count).Where(column => table.Counts[row][column] > 0 && columns.Add(column)))
            {
                foreach (var other in Enumerable.Range(0, table.Rows.Count).Where(other => table.Counts[other][column] > 0 && rows.Add(other)))
                {
                    seen[other] = true;
                    open.Enqueue(other);
                }
            }
        }

        return ([.. rows.Select(row => table.Rows[row])], [.. columns.Select(column => table.Columns[column])]);
    }
}
