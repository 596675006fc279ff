using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Experiments;

/// <summary>What an episode may spend: the examples of an iteration and its limits.</summary>
internal static class Budget
{
    /// <summary>The first field in which two budgets differ, or nothing.</summary>
    public static (string Field, string First, string Second)? Difference(EpisodeSpec first, EpisodeSpec second)
    {
        var (a, b) = (Fields(first), Fields(second));
        var index = a.Zip(b).ToList().FindIndex(pair => pair.First.Value != pair.Second.Value);
        return index < 0 ? null : (a[index].Field, a[index].Value, b[index].Value);
    }

    /// <summary>A budget in words.</summary>
    public static string Describe(EpisodeSpec spec) => string.Join(", ", Fields(spec).Where(field => field.Value != Unset).Select(field => $"{field.Field} {field.Value}"));

    private const string Unset = "not set";

    private static (string Field, string Value)[] Fields(EpisodeSpec spec)
    {
        var stop = spec.Stop;
        return
        [
            ("examplesPerIteration", Text(spec.ExamplesPerIteration)),
            ("stop.iterations", Text(stop.Iterations)),
            ("stop.examples", Text(stop.Examples)),
            ("stop.tokens", Text(stop.Tokens)),
            ("stop.money", Text(stop.Money)),
            ("stop.trainingSeconds", Text(stop.TrainingSeconds)),
            ("stop.wallClock", Text(stop.WallClock)),
            ("stop.plateau", Text(stop.Plateau?.Iterations)),
        ];
    }

    private static string Text(IFormattable? value) => value?.ToString(null, System.Globalization.CultureInfo.InvariantCulture) ?? Unset;
}
