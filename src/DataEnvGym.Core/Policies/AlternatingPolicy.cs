namespace DataEnvGym.Core.Policies;

/// <summary>
/// Two policies take turns, such as one that explores and one that exploits. Unlike the turns of DataEnvGym (arXiv 2410.06215), none is without data.
/// </summary>
/// <param name="first">Decides in iterations 1, 3, 5 and so on.</param>
/// <param name="second">Decides in iterations 2, 4, 6 and so on.</param>
public sealed class AlternatingPolicy(IPolicy first, IPolicy second) : IPolicy
{
    /// <inheritdoc/>
    public string Name => "alternating";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return (IsFirst(view.Iteration) ? first : second).Weigh(view);
    }

    /// <summary>Whether it is the first policy's turn.</summary>
    /// <param name="iteration">1-based.</param>
    internal static bool IsFirst(int iteration) => iteration % 2 == 1;
}
