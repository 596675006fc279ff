namespace DataEnvGym.Core.Statistics;

/// <summary>Two labellings of the same items, counted by pairs of labels.</summary>
/// <param name="Rows">Labels of the first, sorted, each used at least once.</param>
/// <param name="Columns">Labels of the second, sorted, each used at least once.</param>
/// <param name="Counts">Items by row and column.</param>
public sealed record ContingencyTable(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<int>> Counts)
{
    /// <summary>Counts pairs, one per item.</summary>
    public static ContingencyTable Of(IReadOnlyCollection<(string First, string Second)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var rows = pairs.Select(pair => pair.First).Distinct().Order(StringComparer.Ordinal).ToArray();
        var columns = pairs.Select(pair => pair.Second).Distinct().Order(StringComparer.Ordinal).ToArray();
        var counts = rows.Select(_ => new int[columns.Length]).ToArray();
        foreach (var (first, second) in pairs)
        {
            counts[Array.BinarySearch(rows, first, StringComparer.Ordinal)][Array.BinarySearch(columns, second, StringComparer.Ordinal)]++;
        }

        return new(rows, columns, counts);
    }

    /// <summary>Number of items.</summary>
    public int Total => Counts.Sum(row => row.Sum());

    /// <summary>Items of a row.</summary>
    public int RowSum(int row) => Counts[row].Sum();

    /// <summary>Items of a column.</summary>
    public int ColumnSum(int column) => Counts.Sum(row => row[column]);
}
