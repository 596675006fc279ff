using System.Text.RegularExpressions;

namespace DataEnvGym.Core.Experiments;

/// <summary>What the schema of an experiment cannot say.</summary>
internal static partial class ExperimentRules
{
    public const string NameForm = "^[a-z0-9][a-z0-9-]{0,47}$";

    private const int MostSeeds = 100;
    private const int MostRuns = 1000;

    /// <summary>Problems of a spec before its arms are made.</summary>
    public static List<string> Check(ExperimentSpec spec)
    {
        var problems = new List<string>();
        if ((spec.Base is null) == (spec.Episode is null))
        {
            problems.Add("base: give either this, the path of an episode spec, or \"episode\", the spec itself.");
        }

        if (spec.Arms.Count + spec.Vary.Count == 0)
        {
            problems.Add("arms: nothing is compared; name at least one arm, such as \"open\": { \"environment\": \"open-ended\" }, or vary a field.");
        }

        problems.AddRange(spec.Vary.Where(field => field.Value.Count == 0).Select(field => $"vary.{field.Key}: has no value; list at least one."));
        if (spec.Seeds.Count is < 2 or > MostSeeds || spec.Seeds.Distinct().Count() < spec.Seeds.Count)
        {
            problems.Add($"seeds: [{string.Join(", ", spec.Seeds.Take(10))}{(spec.Seeds.Count > 10 ? ", …" : "")}] are not 2 to {MostSeeds} different seeds; one seed cannot tell an agent from its luck.");
        }

        return problems;
    }

    /// <summary>Problems of a plan.</summary>
    public static IEnumerable<string> Check(ExperimentPlan plan, bool unequalBudgets)
    {
        var runs = plan.Arms.Count * plan.Seeds.Count;
        if (runs > MostRuns)
        {
            yield return $"seeds: {plan.Arms.Count} arms with {plan.Seeds.Count} seeds are {runs:N0} runs; at most {MostRuns:N0} are allowed.";
        }

        if (plan.Arms.Count < 2)
        {
            yield return "arms: there is only one arm, and no baseline to hold it against; add an arm or switch a baseline on.";
        }

        var first = plan.Arms[0];
        foreach (var arm in plan.Arms.Skip(1))
        {
            if (arm.Episode.Task != first.Episode.Task || arm.Episode.Student != first.Episode.Student)
            {
                yield return $"arms.{arm.Name}: has another task or student than {first.Name}, so that their sealed answers cannot be compared; change what is common to all arms under \"set\".";
            }

            if (!unequalBudgets && Budget.Difference(first.Episode, arm.Episode) is { } difference)
            {
                yield return $"arms.{arm.Name}: {difference.Field} is {difference.Second}, that of {first.Name} {difference.First}; give all arms one budget under \"set\", or set \"unequalBudgets\" to true.";
            }
        }
    }

    public static bool IsName(string text) => Name().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,47}\z")]
    private static partial Regex Name();
}
