using System.Text.RegularExpressions;

namespace DataEnvGym.Core.Episodes;

/// <summary>The id of a run, which is also the name of its folder: <c>^[a-z0-9][a-z0-9-]{0,62}$</c>.</summary>
public readonly partial record struct RunId : IComparable<RunId>
{
    private const int MaxLength = 63;

    private readonly string? value;

    private RunId(string value) => this.value = value;

    /// <summary>The id as text.</summary>
    public string Value => value ?? throw new InvalidOperationException("This run id was never set; make one with RunId.Parse.");

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is no run id.</exception>
    public static RunId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException(
            $"Run id '{text}' is not valid: use 1 to {MaxLength} lower-case letters, digits and hyphens, beginning with a letter or digit.");

    /// <summary>Reads an id, and says whether the text was one.</summary>
    public static bool TryParse(string text, out RunId id)
    {
        var valid = Pattern().IsMatch(text);
        id = valid ? new RunId(text) : default;
        return valid;
    }

    /// <summary>Orders ids as text, by code unit.</summary>
    public int CompareTo(RunId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Whether one id comes before another.</summary>
    public static bool operator <(RunId left, RunId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one id comes after another.</summary>
    public static bool operator >(RunId left, RunId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one id comes before another or is the same.</summary>
    public static bool operator <=(RunId left, RunId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one id comes after another or is the same.</summary>
    public static bool operator >=(RunId left, RunId right) => left.CompareTo(right) >= 0;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
