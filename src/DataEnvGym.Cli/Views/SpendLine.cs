using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Cli.Views;

/// <summary>Tokens and money in a few words, with their limits.</summary>
internal static class SpendLine
{
    public static string Of(Spend spend, StopSpec limits) =>
        $"{spend.Tokens:N0}{(limits.Tokens is { } tokens ? $" of {tokens:N0}" : "")} tokens, ${spend.Money:0.00}{(limits.Money is { } money ? $" of ${money:0.00}" : "")}";
}
