using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Teachers;

/// <summary>What was spent on a teacher.</summary>
/// <param name="Calls">Calls made, failed ones included.</param>
/// <param name="InputTokens">Tokens read by the teacher.</param>
/// <param name="OutputTokens">Tokens written by the teacher.</param>
/// <param name="Money">US dollars.</param>
public readonly record struct Spend(int Calls, long InputTokens, long OutputTokens, decimal Money)
{
    /// <summary>Those of <see cref="InputTokens"/> that the service had in its cache.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long CachedTokens { get; init; }

    /// <summary>Input and output together.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>The sum of two spends.</summary>
    public static Spend operator +(Spend a, Spend b) =>
        new(a.Calls + b.Calls, a.InputTokens + b.InputTokens, a.OutputTokens + b.OutputTokens, a.Money + b.Money) { CachedTokens = a.CachedTokens + b.CachedTokens };

    /// <inheritdoc cref="op_Addition"/>
    public static Spend Add(Spend a, Spend b) => a + b;

    /// <summary>The difference of two spends.</summary>
    public static Spend operator -(Spend a, Spend b) =>
        new(a.Calls - b.Calls, a.InputTokens - b.InputTokens, a.OutputTokens - b.OutputTokens, a.Money - b.Money) { CachedTokens = a.CachedTokens - b.CachedTokens };

    /// <inheritdoc cref="op_Subtraction"/>
    public static Spend Subtract(Spend a, Spend b) => a - b;
}
