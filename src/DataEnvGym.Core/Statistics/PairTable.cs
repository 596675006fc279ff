using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Statistics;

/// <summary>Two examinations of the same items, counted by who was right.</summary>
/// <param name="Both">Right both times.</param>
/// <param name="OnlyBefore">Right only the first time.</param>
/// <param name="OnlyAfter">Right only the second time.</param>
/// <param name="Neither">Wrong both times.</param>
public sealed record PairTable(int Both, int OnlyBefore, int OnlyAfter, int Neither)
{
    /// <summary>Number of pairs.</summary>
    public int Total => Both + OnlyBefore + OnlyAfter + Neither;

    /// <summary>Pairs answers by item.</summary>
    /// <exception cref="ArgumentException">The two do not hold the same items.</exception>
    public static PairTable Of(IReadOnlyCollection<GradedAnswer> before, IReadOnlyCollection<GradedAnswer> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var first = before.ToDictionary(answer => answer.ItemId, answer => answer.IsCorrect);
        if (first.Count != after.Count || !first.Keys.ToHashSet().SetEquals(after.Select(answer => answer.ItemId)))
        {
            throw new ArgumentException("The two examinations are not of the same items, so their answers cannot be paired.", nameof(after));
        }

        int both = 0, onlyBefore = 0, onlyAfter = 0, neither = 0;
        foreach (var answer in after)
        {
            _ = (first[answer.ItemId], answer.IsCorrect) switch
            {
                (true, true) => both++,
                (true, false) => onlyBefore++,
                (false, true) => onlyAfter++,
                (false, false) => neither++,
            };
        }

        return new(both, onlyBefore, onlyAfter, neither);
    }
}
