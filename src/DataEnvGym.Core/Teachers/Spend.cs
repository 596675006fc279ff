namespace DataEnvGym.Core.Teachers;

/// <summary>What was spent on a teacher.</summary>
/// <param name="Calls">Calls made, failed ones included.</param>
/// <param name="InputTokens">Tokens read by the teacher.</param>
/// <param name="OutputTokens">Tokens written by the teacher.</param>
/// <param name="Money">US dollars.</param>
public readonly record struct Spend(int Calls, long InputTokens, long OutputTokens, decimal Money)
{
    /// <summary>Input and output together.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>The sum of two spends.</summary>
    public static Spend operator +(Spend a, Spend b) =>
        new(a.Calls + b.Calls, a.InputTokens + b.InputTokens, a.OutputTokens + b.OutputTokens, a.Money + b.Money);

    /// <inheritdoc cref="op_Addition"/>
    public static Spend Add(Spend a, Spend b) => a + b;
}
