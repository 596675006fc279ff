using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Policies;

/// <summary>What a budget brought, and what it might have brought had it been known which skills' examples gain most.</summary>
/// <param name="Gain">By how much the share of right probe answers rose, 0..1.</param>
/// <param name="Hindsight">By how much it would have risen under the best fixed choice of skills.</param>
/// <param name="Regret">Hindsight − gain, with its 95 % interval.</param>
/// <param name="Skills">What each skill's examples brought, the most per example first.</param>
public sealed record RegretReport(double Gain, double Hindsight, Interval Regret, IReadOnlyList<ArmReport> Skills);

/// <summary>What the examples of a skill brought.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Examples">Examples trained on.</param>
/// <param name="Gain">Its part in the rise of the share of right probe answers.</param>
/// <param name="PerThousand">That gain for a thousand examples.</param>
public sealed record ArmReport(string Skill, int Examples, double Gain, double PerThousand);

/// <summary>
/// Regret against the best arm in hindsight (Robbins 1952), where an arm is a skill and its reward the rise of the share of right probe answers. A skill has no more to
/// give than it lacked at the start, so that the comparison fills the skills by their gain per example, the best first, each until nothing is missing in it. The
/// interval is a parametric bootstrap over binomial counts of right answers. The best of many noisy rates flatters itself: the regret is rather too large than too small.
/// </summary>
public static class Regret
{
    private const int Resamples = 1000;

    /// <summary>The regret of an episode; none if nothing was trained on by skill.</summary>
    /// <param name="iterations">Each iteration with the standings before it and the examples trained on, oldest first.</param>
    /// <param name="last">The standings after the last of them.</param>
    /// <param name="rng">Draws the resamples.</param>
    public static RegretReport? Of(IReadOnlyList<PastIteration> iterations, IReadOnlyList<SkillStanding> last, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(iterations);
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(rng);
        var arms = last.Select(standing => Arm.Of(standing, iterations)).OfType<Arm>().ToList();
        if (arms.Count == 0)
        {
            return null;
        }

        var items = arms.Sum(arm => (double)arm.Last.Items);
        var (gain, hindsight) = Sums(arms, items, arm => (arm.First.Accuracy, arm.Last.Accuracy));
        var draws = new double[Resamples];
        for (var i = 0; i < draws.Length; i++)
        {
            var (drawnGain, drawnHindsight) = Sums(arms, items, arm => (Draw(arm.First, rng), Draw(arm.Last, rng)));
            draws[i] = drawnHindsight - drawnGain;
        }

        Array.Sort(draws);
        return new(
            gain,
            hindsight,
            new(hindsight - gain, Quantiles.Of(draws, 0.025), Quantiles.Of(draws, 0.975)),
            [.. arms
                .Select(arm => new ArmReport(arm.Last.Skill, arm.Examples, GainOf(arm), arm.Examples > 0 ? 1000 * GainOf(arm) / arm.Examples : 0))
                .OrderByDescending(arm => arm.PerThousand)
                .ThenBy(arm => arm.Skill, StringComparer.Ordinal)]);

        double GainOf(Arm arm) => (arm.Last.Accuracy - arm.First.Accuracy) * arm.Last.Items / items;
    }

    private static (double Gain, double Hindsight) Sums(List<Arm> arms, double items, Func<Arm, (double Before, double After)> accuracies)
    {
        var (gain, budget) = (0.0, arms.Sum(arm => (double)arm.Examples));
        var rates = new List<(double PerExample, double Missing)>();
        foreach (var arm in arms)
        {
            var (before, after) = accuracies(arm);
            var weight = arm.Last.Items / items;
            gain += (after - before) * weight;
            if (arm.Examples > 0 && after > before)
            {
                rates.Add(((after - before) * weight / arm.Examples, (1 - before) * weight));
            }
        }

        var hindsight = 0.0;
        foreach (var (perExample, missing) in rates.OrderByDescending(rate => rate.PerExample))
        {
            var spent = Math.Min(budget, missing / perExample);
            hindsight += spent * perExample;
            budget -= spent;
        }

        // What was done is a choice too: it may have gained on skills that nothing was spent on.
        return (gain, Math.Max(hindsight, gain));
    }

    private static double Draw(SkillStanding standing, Rng rng)
    {
        var right = 0;
        for (var i = 0; i < standing.Items; i++)
        {
            right += rng.NextDouble() < standing.Accuracy ? 1 : 0;
        }

        return (double)right / standing.Items;
    }

    private sealed record Arm(SkillStanding First, SkillStanding Last, int Examples)
    {
        // From the first time that the skill was examined: one that appeared later had its chance only since.
        public static Arm? Of(SkillStanding last, IReadOnlyList<PastIteration> iterations)
        {
            var since = iterations.SkipWhile(past => !past.Skills.Any(standing => standing.Skill == last.Skill && standing.IsKnown)).ToList();
            return since.Count == 0 || !last.IsKnown
                ? null
                : new(since[0].Skills.First(standing => standing.Skill == last.Skill), last, since.Sum(past => past.ExamplesOf(last.Skill)));
        }
    }
}
