namespace DataEnvGym.Core.Policies;

/// <summary>Shares whole things out by weight.</summary>
public static class Apportionment
{
    /// <summary>
    /// Shares <paramref name="total"/> out in proportion to <paramref name="weights"/> by the largest-remainder (Hamilton) method. The shares sum
    /// to the total exactly; equal remainders go to the earlier one. If all weights are 0, they count as equal.
    /// </summary>
    /// <exception cref="ArgumentException">A weight is negative or not finite, there is none, or the total is negative.</exception>
    public static IReadOnlyList<int> LargestRemainder(int total, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        if (weights.Count == 0 || weights.Any(weight => !double.IsFinite(weight) || weight < 0))
        {
            throw new ArgumentException("There must be a weight, and each must be finite and at least 0.", nameof(weights));
        }

        var sum = weights.Sum();
        var quotas = weights.Select(weight => sum > 0 ? total * (weight / sum) : (double)total / weights.Count).ToArray();
        var shares = quotas.Select(quota => (int)Math.Floor(quota)).ToArray();

        // Rounded, so that remainders which differ in nothing but floating-point noise count as equal.
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(i => Math.Round(quotas[i] - shares[i], 9)).ThenBy(i => i).ToArray();
        for (int missing = total - shares.Sum(), i = 0; missing > 0; missing--, i++)
        {
            shares[order[i % order.Length]]++;
        }

        return shares;
    }
}
