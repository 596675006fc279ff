namespace DataEnvGym.Core.Teachers;

/// <summary>The most that a piece of work may spend; none means no limit.</summary>
/// <param name="Tokens">Tokens, read and written.</param>
/// <param name="Money">US dollars.</param>
public sealed record Allowance(long? Tokens, decimal? Money)
{
    /// <summary>No limit.</summary>
    public static Allowance Unlimited { get; } = new(null, null);

    /// <summary>Nothing: no call is made with it.</summary>
    public static Allowance Nothing { get; } = new(0, 0);

    /// <summary>Whether <paramref name="spend"/> stays within the limit.</summary>
    public bool Covers(Spend spend) =>
        (Tokens is not { } tokens || spend.Tokens <= tokens) && (Money is not { } money || spend.Money <= money);

    /// <summary>How many times <paramref name="each"/> stays within the limit, on top of <paramref name="spent"/>; <see cref="int.MaxValue"/> without a limit that it touches.</summary>
    public int Times(Spend each, Spend spent)
    {
        var left = After(spent);
        if (!Covers(spent))
        {
            return 0;
        }

        var times = (decimal)int.MaxValue;
        times = left.Tokens is { } tokens && each.Tokens > 0 ? Math.Min(times, tokens / each.Tokens) : times;
        times = left.Money is { } money && each.Money > 0 ? Math.Min(times, decimal.Floor(money / each.Money)) : times;
        return (int)times;
    }

    /// <summary>What is left after <paramref name="spend"/>, never below zero.</summary>
    public Allowance After(Spend spend) =>
        new(Tokens is { } tokens ? Math.Max(0, tokens - spend.Tokens) : null, Money is { } money ? Math.Max(0, money - spend.Money) : null);

    /// <summary>
    /// Splits the limit into shares that sum to no more than it, in proportion to <paramref name="weights"/>. Each piece of parallel work
    /// gets its own share, so that the whole is never overspent and does not depend on who is first.
    /// </summary>
    /// <param name="weights">Non-negative, not all zero.</param>
    public IReadOnlyList<Allowance> Split(IReadOnlyList<int> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = weights.Sum(weight => (long)weight);
        return [.. weights.Select(weight => new Allowance(
            Tokens is { } tokens ? (long)((Int128)tokens * weight / total) : null,
            Money is { } money ? decimal.Round(money * weight / total, 12, MidpointRounding.ToZero) : null))];
    }
}
