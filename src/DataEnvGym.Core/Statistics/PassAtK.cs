namespace DataEnvGym.Core.Statistics;

/// <summary>The chance that at least one of several answers to a question is right.</summary>
public static class PassAtK
{
    /// <summary>
    /// The unbiased estimate of pass@k from samples of one question: 1 − C(n − c, k) / C(n, k), as a product that does not overflow (Chen et al. 2021, section 2.1). The mean over
    /// questions is the benchmark's pass@k.
    /// </summary>
    /// <param name="samples">Answers drawn, n; at least <paramref name="k"/>.</param>
    /// <param name="correct">How many of them are right, c; 0 to n.</param>
    /// <param name="k">How many may be tried; at least 1.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double Of(int samples, int correct, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, k);
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, samples);

        // Where fewer than k are wrong, a factor is 0.
        var allWrong = 1.0;
        for (var i = samples - correct + 1; i <= samples; i++)
        {
            allWrong *= 1 - ((double)k / i);
        }

        return 1 - allWrong;
    }
}
