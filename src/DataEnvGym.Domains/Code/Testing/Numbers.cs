using System.Globalization;

namespace DataEnvGym.Domains.Code.Testing;

/// <summary>Compares numbers with a fraction.</summary>
internal static class Numbers
{
    /// <summary>Largest difference: absolute, or in relation to the expected number where that is above 1.</summary>
    public const double Tolerance = 1e-6;

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Whether two texts are finite numbers that differ by no more than <see cref="Tolerance"/>.</summary>
    public static bool Near(ReadOnlySpan<char> expected, ReadOnlySpan<char> actual) =>
        double.TryParse(expected, Style, CultureInfo.InvariantCulture, out var number) && double.TryParse(actual, Style, CultureInfo.InvariantCulture, out var other)
        && double.IsFinite(number) && double.IsFinite(other)
        && Math.Abs(number - other) <= Tolerance * Math.Max(1, Math.Abs(number));
}
