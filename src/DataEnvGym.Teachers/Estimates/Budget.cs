using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Lets an estimated episode run against the limits of its spec.</summary>
internal static class Budget
{
    /// <summary>Where an estimated episode ends.</summary>
    /// <param name="Spent">What it has spent, never above a limit.</param>
    /// <param name="Iterations">Iterations begun.</param>
    /// <param name="TokensReached">The iteration in which the tokens were up; none if they were not.</param>
    /// <param name="MoneyReached">The iteration in which the money was up; none if it was not.</param>
    internal sealed record Course(Spend Spent, int Iterations, int? TokensReached, int? MoneyReached);

    public static Course Run(EpisodeSpec spec, Spend once, Spend each, int iterations)
    {
        var spent = once;
        for (var number = 0; ; number++)
        {
            int? tokens = spec.Stop.Tokens is { } limit && spent.Tokens > limit ? number : null;
            int? money = spec.Stop.Money is { } cap && spent.Money > cap ? number : null;
            if (tokens is not null || money is not null || number == iterations)
            {
                return new(Cut(spent, spec.Stop), number, tokens, money);
            }

            spent += each;
        }
    }

    public static IEnumerable<CapEstimate> Caps(EpisodeSpec spec, Course expected, Course worst)
    {
        if (spec.Stop.Tokens is { } tokens)
        {
            yield return new("stop.tokens", tokens, expected.TokensReached, worst.TokensReached);
        }

        if (spec.Stop.Money is { } money)
        {
            yield return new("stop.money", money, expected.MoneyReached, worst.MoneyReached);
        }
    }

    // No call is made that might pass a limit, so that the limit is the most that is spent; calls and tokens shrink in proportion.
    private static Spend Cut(Spend spent, StopSpec stop)
    {
        var share = Math.Min(
            stop.Tokens is { } tokens && spent.Tokens > tokens ? (double)tokens / spent.Tokens : 1,
            stop.Money is { } money && spent.Money > money ? (double)(money / spent.Money) : 1);
        return share == 1 ? spent : spent.Times(share);
    }
}
