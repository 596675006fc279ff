using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Agents;

/// <summary>
/// The rule by which student errors are sampled for an order: from the errors of the order's skill, or from all where it has none, each as likely, without repeats, until
/// there are enough of them or the next would pass the bound on tokens. An error is shown whole or not at all, so one that does not fit makes room for the next.
/// </summary>
/// <param name="most">Most errors.</param>
/// <param name="tokens">Most tokens of their texts together, as <see cref="TypicalTokens"/> counts them.</param>
public sealed class ErrorSample(int most, int tokens)
{
    /// <summary>Draws from errors.</summary>
    /// <returns>Item ids, in the order drawn.</returns>
    public IReadOnlyList<string> Draw(IReadOnlyList<StudentError> errors, Rng rng) => Draw([errors], rng);

    /// <summary>Draws from groups of errors: from a later one only when those before it are used up.</summary>
    /// <returns>Item ids, in the order drawn.</returns>
    public IReadOnlyList<string> Draw(IEnumerable<IReadOnlyList<StudentError>> groups, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(rng);
        var drawn = new List<StudentError>();
        foreach (var group in groups)
        {
            drawn.AddRange(rng.Sample(group, most - drawn.Count));
        }

        return [.. Fitting(drawn, error => TypicalTokens.Of(error.Prompt) + TypicalTokens.Of(error.Response) + TypicalTokens.Of(error.Reference)).Select(error => error.ItemId)];
    }

    /// <summary>Draws items of the training data by the same rule.</summary>
    /// <returns>In the order drawn.</returns>
    public IReadOnlyList<Item> Draw(IReadOnlyList<Item> items, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(rng);
        return Fitting(rng.Sample(items, most), item => TypicalTokens.Of(item.Prompt) + TypicalTokens.Of(item.Solution ?? "") + TypicalTokens.Of(item.Reference));
    }

    private List<T> Fitting<T>(IReadOnlyList<T> drawn, Func<T, int> sizeOf)
    {
        var (fitting, left) = (new List<T>(drawn.Count), tokens);
        foreach (var one in drawn)
        {
            var size = sizeOf(one);
            if (size <= left)
            {
                fitting.Add(one);
                left -= size;
            }
        }

        return fitting;
    }
}
