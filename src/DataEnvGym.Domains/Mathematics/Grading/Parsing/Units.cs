using System.Collections.Frozen;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Units by their names: two spellings of one unit are the same, two units are not.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, string> Names = new[]
    {
        "mm millimeter millimeters millimetre millimetres", "cm centimeter centimeters centimetre centimetres", "m meter meters metre metres", "km kilometer kilometers kilometre kilometres",
        "in inch inches", "ft foot feet", "yd yard yards", "mi mile miles", "mg milligram milligrams", "g gram grams", "kg kilogram kilograms", "lb lbs pound pounds", "oz ounce ounces",
        "ml milliliter milliliters", "l liter liters litre litres", "s sec second seconds", "min minute minutes", "h hr hrs hour hours", "day days", "week weeks", "month months",
        "year years", "mph", "dollar dollars usd", "cent cents", "euro euros", "rad radian radians", "cup cups", "gal gallon gallons",
        "qt quart quarts", "pt pint pints", "am", "pm", "celsius centigrade", "fahrenheit", "kelvin kelvins",
    }.Select(line => line.Split(' ')).SelectMany(names => names.Select(name => KeyValuePair.Create(name, names[0]))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The one name of a unit; nothing where the word is none.</summary>
    public static string? Canonical(string word) => Names.GetValueOrDefault(word.ToLowerInvariant());

    /// <summary>How many zeros a word such as <c>million</c> puts behind a number; nothing where it puts none.</summary>
    public static int? Zeros(string word) => word switch { "hundred" => 2, "thousand" => 3, "million" => 6, "billion" => 9, "trillion" => 12, _ => null };

    /// <summary>Whether two values with these words behind them may be the same: no two known units that differ.</summary>
    public static bool Agree(string a, string b) =>
        a == b || (Known(a).Zip(Known(b)).All(pair => pair.First == pair.Second) && (PowerOf(a) is not { } power || PowerOf(b) is not { } other || power == other));

    // An area is no volume.
    private static int? PowerOf(string words) =>
        words.Contains("^3") || words.Contains("cubic") ? 3 : words.Contains("^2") || words.Contains("square") || words.StartsWith("sq") ? 2 : null;

    // "square cm", "cm^2" and "cm" differ in form only where one of them is a plain slip, as do "m/s" and "m"; the units that both have decide.
    private static List<string> Known(string words)
    {
        var units = words.Split([' ', '/', '^', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Canonical).OfType<string>().ToList();
        return units is ["mi", "h", ..] ? ["mph"] : units;
    }
}
