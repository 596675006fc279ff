using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Points at which formulas are compared: fractions, the same for the same trial and variables, for ever.</summary>
internal static class ProbePoints
{
    private const int Denominator = 32;

    /// <summary>Values for the variables. The first trials are positive, so that roots and logarithms are real; later ones have any sign.</summary>
    public static Dictionary<string, Rational> At(int trial, IReadOnlyList<string> variables)
    {
        if (variables.Count == 0)
        {
            return [];
        }

        var rng = Rng.For(17, "probe", $"{trial}");
        var point = new Dictionary<string, Rational>();
        foreach (var variable in variables)
        {
            var magnitude = rng.Between(7, trial % 4 == 3 ? 300 : 100);
            var negative = rng.Next(2) == 0 && trial % 3 != 0;
            point[variable] = Rational.Of(negative ? -magnitude : magnitude, Denominator)!.Value;
        }

        return point;
    }

    public static Dictionary<string, Approximate> Approximately(this Dictionary<string, Rational> point) =>
        point.ToDictionary(entry => entry.Key, entry => Approximate.Exactly(entry.Value.ToDouble()));
}
