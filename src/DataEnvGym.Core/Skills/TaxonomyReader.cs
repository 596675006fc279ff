using System.Text.Json;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Skills;

/// <summary>Reads a taxonomy that a person may have edited.</summary>
public static class TaxonomyReader
{
    /// <summary>Largest document that is read, in bytes.</summary>
    public const int MaxLength = 1 << 26;

    /// <summary>Reads a taxonomy; its skills come out sorted.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="source">What to call it in messages, such as its file name.</param>
    /// <exception cref="TaxonomyException">It is not a taxonomy, or says two things at once.</exception>
    public static Taxonomy Read(ReadOnlySpan<byte> utf8, string source)
    {
        if (utf8.Length > MaxLength)
        {
            throw new TaxonomyException($"{source}: the document has {utf8.Length:N0} bytes; at most {MaxLength:N0} are read.");
        }

        try
        {
            var taxonomy = JsonSerializer.Deserialize(utf8, CoreJson.Default.Taxonomy) ?? throw new TaxonomyException($"{source}: the document is the JSON null, not a taxonomy.");
            return TaxonomyRules.FindProblem(taxonomy) is { } problem
                ? throw new TaxonomyException($"{source}: {problem}")
                : taxonomy with { Skills = [.. taxonomy.Skills.Order(StringComparer.Ordinal)] };
        }
        catch (JsonException error)
        {
            throw new TaxonomyException(
                $"{source}: line {error.LineNumber + 1} is not valid here: {error.Message.Split(" Path:")[0]} A taxonomy is a JSON object with version, skills and assignments.", error);
        }
    }
}
