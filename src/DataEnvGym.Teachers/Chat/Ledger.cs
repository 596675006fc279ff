using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Chat;

/// <summary>Adds up what a piece of work spends and keeps it within its allowance. For one caller at a time.</summary>
public sealed class Ledger(Allowance allowance)
{
    /// <summary>What was spent so far.</summary>
    public Spend Spent { get; private set; }

    /// <summary>Whether a call of this cost, at worst, stays within the allowance.</summary>
    public bool Allows(Spend worstCase) => allowance.Covers(Spent + worstCase);

    /// <summary>Records what a call cost.</summary>
    public void Add(Spend spend) => Spent += spend;
}
