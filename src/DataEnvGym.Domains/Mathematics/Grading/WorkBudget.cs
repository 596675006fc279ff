namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>
/// Bounds the work that one comparison may do. Every part that loops or recurses spends from it, so that a hostile answer costs no more than a
/// fixed number of steps; time plays no role, so that a verdict never depends on the machine.
/// </summary>
internal sealed class WorkBudget(long steps)
{
    /// <summary>Steps for one comparison: some milliseconds on an ordinary machine.</summary>
    public const long Default = 200_000;

    /// <summary>Steps that are left.</summary>
    public long Left { get; private set; } = steps;

    /// <summary>Takes steps.</summary>
    /// <exception cref="WorkBudgetException">None are left.</exception>
    public void Spend(long count = 1)
    {
        Left -= count;
        if (Left < 0)
        {
            throw new WorkBudgetException();
        }
    }
}

/// <summary>A comparison has used up its <see cref="WorkBudget"/>.</summary>
internal sealed class WorkBudgetException() : Exception("The comparison has used up its steps.");
