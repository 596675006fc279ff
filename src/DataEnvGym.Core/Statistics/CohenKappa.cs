namespace DataEnvGym.Core.Statistics;

/// <summary>How far two labellings of the same items agree beyond chance (Cohen 1960).</summary>
public static class CohenKappa
{
    /// <summary>Kappa of two labellings with the same set of names.</summary>
    /// <param name="table">The two labellings.</param>
    public static double Of(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(table, [.. table.Rows.Select(row => table.Columns.ToList().IndexOf(row))]);
    }

    /// <summary>Kappa of two labellings whose names were matched; a name without a partner never agrees.</summary>
    /// <param name="table">The two labellings; at least one item.</param>
    /// <param name="partner">For each row the column that means the same, or −1.</param>
    /// <returns>1 for full agreement, 0 for that of chance; 1 where both give all items one and the same label.</returns>
    public static double Of(ContingencyTable table, IReadOnlyList<int> partner)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(partner);
        double total = table.Total;
        var (alike, products) = (0L, 0L);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (partner[row] is >= 0 and var column)
            {
                alike += table.Counts[row][column];
                products += (long)table.RowSum(row) * table.ColumnSum(column);
            }
        }

        var (observed, expected) = (alike / total, products / (total * total));
        return expected >= 1 ? 1 : (observed - expected) / (1 - expected);
    }
}
