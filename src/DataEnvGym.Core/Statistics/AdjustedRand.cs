namespace DataEnvGym.Core.Statistics;

/// <summary>How far two groupings of the same items agree, whatever their groups are called.</summary>
public static class AdjustedRand
{
    /// <summary>
    /// The Rand index corrected for chance (Hubert and Arabie 1985, equation 5): 1 for the same groups, 0 on average for groups drawn at random with these
    /// sizes, below 0 for less than that.
    /// </summary>
    /// <param name="table">The two groupings.</param>
    public static double Index(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var together = table.Counts.Sum(row => row.Sum(Pairs));
        var first = Enumerable.Range(0, table.Rows.Count).Sum(row => Pairs(table.RowSum(row)));
        var second = Enumerable.Range(0, table.Columns.Count).Sum(column => Pairs(table.ColumnSum(column)));
        var all = Pairs(table.Total);
        var expected = all == 0 ? 0 : first * second / all;
        var most = (first + second) / 2;

        // Only where both put all items together, or each by itself, is there nothing to correct; then they are the same.
        return most - expected == 0 ? 1 : (together - expected) / (most - expected);
    }

    private static double Pairs(int items) => items * (items - 1.0) / 2;
}
