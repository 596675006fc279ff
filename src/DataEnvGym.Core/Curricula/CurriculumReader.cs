using System.Text.Json.Nodes;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Curricula;

/// <summary>Reads a <see cref="CurriculumSpec"/> from JSON, in the same way as <see cref="SpecReader"/> reads an episode.</summary>
public static class CurriculumReader
{
    /// <summary>Reads a spec.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="source">What to call it in messages, such as its file name.</param>
    /// <param name="schedules">Reads schedules; throws a <see cref="FormatException"/> at what is none.</param>
    /// <param name="overrides">Fields to replace, as for <see cref="SpecReader.Read"/>.</param>
    /// <param name="prices">Prices for teachers without one of their own; they become part of the spec.</param>
    /// <exception cref="SpecException">It is not a valid spec; every problem is named.</exception>
    public static CurriculumSpec Read(
        ReadOnlyMemory<byte> utf8, string source, Func<string, ISchedule> schedules, IReadOnlyList<KeyValuePair<string, string>>? overrides = null, IPriceList? prices = null)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        var document = new SpecDocument(source);
        var root = document.Parse(utf8, "a curriculum", overrides);
        document.Check(CurriculumSchema.Document, root);
        SpecDocument.CompleteTeachers(root["episode"]);
        if (root["gate"]?["guards"] is JsonArray guards)
        {
            for (var i = 0; i < guards.Count; i++)
            {
                guards[i] = SpecDocument.Complete(new GuardSpec(), guards[i]!.AsObject(), CoreJson.Default.GuardSpec);
            }
        }

        var spec = document.Deserialize(SpecDocument.Complete(new CurriculumSpec(), root, CoreJson.Default.CurriculumSpec), CoreJson.Default.CurriculumSpec);
        spec = prices is null ? spec : spec with { Episode = prices.Fill(spec.Episode) };
        document.Refuse(CurriculumRules.Check(spec, schedules));
        return spec;
    }
}
