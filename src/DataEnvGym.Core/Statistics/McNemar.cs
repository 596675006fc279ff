namespace DataEnvGym.Core.Statistics;

/// <summary>McNemar's test for two shares measured on the same items.</summary>
public static class McNemar
{
    /// <summary>
    /// Two-sided p-value of the exact conditional test: under the null hypothesis the discordant pairs fall to either side like a fair
    /// coin (McNemar 1947; exact form as in Fagerland, Lydersen and Laake 2013).
    /// </summary>
    public static double ExactP(PairTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var n = table.OnlyBefore + table.OnlyAfter;
        var k = Math.Min(table.OnlyBefore, table.OnlyAfter);
        var tail = 0.0;
        var logTerm = -n * Math.Log(2);
        for (var i = 0; i <= k; i++)
        {
            tail += Math.Exp(logTerm);
            logTerm += Math.Log(n - i) - Math.Log(i + 1);
        }

        return Math.Min(1, 2 * tail);
    }
}
