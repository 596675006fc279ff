using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Chat;

/// <summary>Keeps the record of each call of a piece of work, adds up what they cost and keeps that within an allowance. For one caller at a time.</summary>
public sealed class Ledger(Allowance allowance)
{
    private readonly List<CallRecord> calls = [];

    /// <summary>The calls so far, in the order in which they were made.</summary>
    public IReadOnlyList<CallRecord> Calls => calls;

    /// <summary>What was spent so far.</summary>
    public Spend Spent { get; private set; }

    /// <summary>How many calls of this cost, at worst, stay within the allowance.</summary>
    public int Affords(Spend worstCase) => allowance.Times(worstCase, Spent);

    /// <summary>Records a call.</summary>
    public void Add(CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        calls.Add(call);
        Spent += call.Spend;
    }
}
