using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Skills;

/// <summary>Tells which of given skills, or of given parts of one, each item asks for.</summary>
public interface IItemAssigner
{
    /// <summary>Assigns items.</summary>
    /// <param name="items">Items of the probe split.</param>
    /// <param name="choices">Names or paths of skills, none twice; without any, nobody is asked.</param>
    /// <param name="prompts">The domain's words.</param>
    /// <param name="allowance">What may be spent. When it runs out, the rest is left out.</param>
    /// <param name="seed">Fixes sampling.</param>
    /// <param name="progress">Counts items.</param>
    /// <param name="cancellationToken">Stops between calls.</param>
    Task<ItemAssignment> AssignAsync(
        IReadOnlyList<Item> items, IReadOnlyList<string> choices, PromptSet prompts, Allowance allowance, ulong seed, IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken);
}

/// <summary>Outcome of an assignment.</summary>
/// <param name="Choices">Item id → the choice, null where none of them fits; an item that got no usable answer is left out.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="Malformed">Answers that could not be read, or that named an item or a choice that there is not.</param>
/// <param name="AllowanceReached">Whether a call was left out because it might have passed the allowance.</param>
public sealed record ItemAssignment(IReadOnlyDictionary<string, string?> Choices, Spend Spend, int Malformed, bool AllowanceReached)
{
    /// <summary>The calls that were made; <see cref="Spend"/> is their sum.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];

    /// <summary>Item id → the choice, for the items that one fits.</summary>
    public IReadOnlyDictionary<string, string> Fitting { get; } =
        new SortedDictionary<string, string>(Choices.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!), StringComparer.Ordinal);
}
