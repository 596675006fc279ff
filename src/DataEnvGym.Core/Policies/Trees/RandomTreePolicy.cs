using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>
/// Tosses a coin. Heads explores, with numbers that are drawn. Tails draws which subskills are active, at most so many, and for each an allocation; the others get
/// none. After DataEnvGym (arXiv 2410.06215). A skill without subskills is always explored.
/// </summary>
/// <param name="most">The most that exploring adds: subskills, and examples for each.</param>
/// <param name="cap">The highest allocation that is drawn; at least 1.</param>
/// <param name="active">Most active subskills; at least 1.</param>
public sealed class RandomTreePolicy(Explore most, int cap, int active) : ITreePolicy
{
    private const double Coin = 0.5;

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public TreeDecision Decide(TreeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (isGrown, rng) = (view.Subskills.Count > 0, view.Rng);
        return !isGrown || rng.NextDouble() < Coin
            ? new(new Explore(rng.Between(1, most.Count), rng.Between(1, most.ExamplesEach)), isGrown ? Coin : 1)
            : new(Drawn(view), Coin);
    }

    private Exploit Drawn(TreeView view)
    {
        var (on, off) = (view.Subskills.Where(leaf => leaf.Allocation > 0).ToList(), view.Subskills.Where(leaf => leaf.Allocation == 0).ToList());
        var chosen = on.Count > active ? view.Rng.Sample(on, active) : [.. on, .. view.Rng.Sample(off, view.Rng.Between(0, active - on.Count))];
        var wanted = chosen.ToDictionary(leaf => leaf.Path, _ => view.Rng.Between(0, cap));
        return view.Each(leaf => wanted.GetValueOrDefault(leaf.Path) - leaf.Allocation);
    }
}
