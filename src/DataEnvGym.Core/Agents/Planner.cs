using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Agents;

/// <summary>Turns an observation into a plan. Pure: the seed is part of the spec.</summary>
public static class Planner
{
    /// <summary>A plan whose orders sum to <paramref name="budget"/>.</summary>
    /// <param name="spec">The episode.</param>
    /// <param name="observation">What the agent sees.</param>
    /// <param name="budget">Examples to order; at least 1.</param>
    /// <param name="advice">What the teacher advised, if it was asked.</param>
    public static Plan Plan(EpisodeSpec spec, Observation observation, int budget, Advice? advice = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        var rng = Rng.For(spec.Seed, "plan", $"iteration-{observation.Iteration}");
        return observation.Skills.Count > 0 ? BySkill(spec, observation, budget, advice, rng) : Open(spec, observation, budget, rng);
    }

    private static Plan BySkill(EpisodeSpec spec, Observation observation, int budget, Advice? advice, Rng rng)
    {
        var policy = PolicyCatalog.Create(spec.Agent.Policy);
        var view = new PolicyView(observation.Iteration, budget, observation.Skills, Rng.For(spec.Seed, "policy", $"iteration-{observation.Iteration}"))
        {
            Past = observation.Past ?? [],
            Advice = advice,
        };
        var allotment = policy.Weigh(view);
        var counts = Apportionment.LargestRemainder(budget, allotment.Weights);
        var errors = observation.Errors.ToLookup(error => error.Skill);
        var sample = SampleOf(spec);
        var orders = new List<Order>();
        for (var i = 0; i < counts.Count; i++)
        {
            var skill = observation.Skills[i].Skill;
            var drawn = sample.Draw([.. errors[skill]], rng);
            if (counts[i] > 0)
            {
                orders.Add(new($"order-{orders.Count + 1:000}", skill, counts[i], drawn));
            }
        }

        return new(observation.Iteration, policy.Name, orders, Shares(allotment.Weights)) 
        {
            Propensities = Shares(allotment.Propensities),
            Advice = advice,
        };

        Dictionary<string, double> Shares(IReadOnlyList<double> weights) =>
            observation.Skills.Zip(Allotment.Shares(weights)).ToDictionary(pair => pair.First.Skill, pair => pair.Second);
    }

    // Without skills an order is one call's worth of examples, each with its own sample of errors, so that the sampled errors as a whole mirror the student's.
    private static Plan Open(EpisodeSpec spec, Observation observation, int budget, Rng rng)
    {
        var size = spec.Agent.Kind == AgentKind.Selection ? budget : spec.Teacher.ExamplesPerCall;
        var sample = SampleOf(spec);
        var orders = new List<Order>();
        for (var left = budget; left > 0; left -= size)
        {
            orders.Add(new($"order-{orders.Count + 1:000}", null, Math.Min(size, left), sample.Draw(observation.Errors, rng)));
        }

        return new(observation.Iteration, Sampled(spec.Agent.Kind), orders, new Dictionary<string, double>());
    }

    private static string Sampled(AgentKind kind) => kind switch
    {
        AgentKind.Teacher => "sampled-errors",
        AgentKind.Seeded => "sampled-items",
        _ => "none",
    };

    internal static ErrorSample SampleOf(EpisodeSpec spec) => new(spec.Agent.ErrorsPerOrder, spec.Agent.ErrorTokens ?? 8000);
}
