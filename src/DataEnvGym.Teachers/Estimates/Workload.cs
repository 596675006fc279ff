using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Spending of one kind: what is likely, and the most that it can be.</summary>
internal readonly record struct Workload(Spend Expected, Spend Worst)
{
    public static Workload operator +(Workload a, Workload b) => new(a.Expected + b.Expected, a.Worst + b.Worst);
}

/// <summary>Multiplies spends.</summary>
internal static class SpendScaling
{
    // The factor's last digits are not exact; a picodollar is far below what anybody charges.
    public static Spend Times(this Spend spend, double factor) => new(
        (int)Math.Ceiling(spend.Calls * factor), (long)Math.Ceiling(spend.InputTokens * factor), (long)Math.Ceiling(spend.OutputTokens * factor),
        decimal.Round(spend.Money * (decimal)factor, 12));
}
