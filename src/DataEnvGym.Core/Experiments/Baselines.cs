using System.Text.Json;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Experiments;

/// <summary>The arms that run beside those of the spec.</summary>
internal static class Baselines
{
    /// <summary>The baselines that are switched on and that no arm is already.</summary>
    /// <param name="arms">The arms of the spec.</param>
    /// <param name="spec">Which are wanted.</param>
    /// <param name="make">Makes the episode of an arm from its changes.</param>
    /// <exception cref="SpecException">A baseline cannot be run.</exception>
    public static List<ExperimentArm> Beside(IReadOnlyList<ExperimentArm> arms, BaselineSpec spec, Func<IReadOnlyDictionary<string, JsonElement>, EpisodeSpec> make)
    {
        var hasSkills = arms.Any(arm => arm.Episode.Environment != EnvironmentKind.OpenEnded);
        (bool Wanted, string Switch, string Name, Dictionary<string, string> Changes, Func<ExperimentArm, bool> IsIt)[] baselines =
        [
            (spec.NoState, "noState", "no-state", OpenEnded("no-state"), IsNoState),
            (spec.Random && hasSkills, "random", "random", WithSkills("random"), IsRandom),
            (spec.Seeded, "seeded", "seeded", OpenEnded("seeded"), IsSeeded),
            (spec.Selection, "selection", "selection", OpenEnded("selection"), IsSelection),
        ];
        return [.. baselines.Where(baseline => baseline.Wanted && !arms.Any(baseline.IsIt)).Select(baseline =>
        {
            if (arms.Any(arm => arm.Name == baseline.Name))
            {
                throw new SpecException("baselines", [$"baselines.{baseline.Switch}: an arm has the baseline's name, \"{baseline.Name}\", but is something else; call the arm otherwise, or set the baseline to false."]);
            }

            var changes = baseline.Changes.ToDictionary(change => change.Key, change => JsonSerializer.Deserialize(change.Value, CoreJson.Default.JsonElement));
            try
            {
                return new ExperimentArm(baseline.Name, true, changes, make(changes));
            }
            catch (SpecException error)
            {
                throw new SpecException("baselines", [$"baselines.{baseline.Switch}: the baseline cannot be run with this episode ({error.Problems[0].TrimEnd('.')}); set it to false to do without."]);
            }
        })];
    }

    // What belongs to another environment is taken away.
    private static Dictionary<string, string> OpenEnded(string kind) =>
        new() { ["environment"] = "\"open-ended\"", ["agent.kind"] = $"\"{kind}\"", ["agent.tree"] = "null", ["skills"] = "null" };

    private static Dictionary<string, string> WithSkills(string policy) =>
        new() { ["environment"] = "\"skill-list\"", ["agent.kind"] = "\"teacher\"", ["agent.tree"] = "null", ["agent.policy"] = $$"""{"name":"{{policy}}"}""" };

    /// <summary>Whether an arm is the baseline without state.</summary>
    public static bool IsNoState(ExperimentArm arm) => arm.Episode.Agent.Kind == AgentKind.NoState;

    private static bool IsSeeded(ExperimentArm arm) => arm.Episode.Agent.Kind == AgentKind.Seeded;

    private static bool IsSelection(ExperimentArm arm) => arm.Episode.Agent.Kind == AgentKind.Selection;

    private static bool IsRandom(ExperimentArm arm) =>
        arm.Episode is { Environment: not EnvironmentKind.OpenEnded, Agent: { Kind: AgentKind.Teacher, Policy.Name: PolicyKind.Random } };
}
