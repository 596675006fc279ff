using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>Reads an <see cref="EpisodeSpec"/> from JSON (comments and trailing commas allowed) and refuses what cannot be run.</summary>
public static class SpecReader
{
    /// <summary>Largest document that is read, in bytes.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Reads a spec.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="source">What to call it in messages, such as its file name.</param>
    /// <param name="overrides">Fields to replace, as path → JSON text or bare string, such as <c>stop.iterations</c> → <c>2</c>.</param>
    /// <param name="prices">Prices for teachers without one of their own; they become part of the spec.</param>
    /// <exception cref="SpecException">It is not a valid spec; every problem is named.</exception>
    public static EpisodeSpec Read(
        ReadOnlyMemory<byte> utf8, string source, IReadOnlyList<KeyValuePair<string, string>>? overrides = null, IPriceList? prices = null)
    {
        var document = new SpecDocument(source);
        var root = document.Parse(utf8, "an episode", overrides);
        document.Check(EpisodeSchema.Document, root);
        SpecDocument.CompleteTeachers(root);
        var spec = document.Deserialize(SpecDocument.Complete(new EpisodeSpec(), root, CoreJson.Default.EpisodeSpec), CoreJson.Default.EpisodeSpec);
        spec = prices?.Fill(spec) ?? spec;
        document.Refuse(SpecRules.Check(spec));
        return spec;
    }
}
