using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Experiments;

/// <summary>Reads an <see cref="ExperimentSpec"/> from JSON, in the same way as <see cref="SpecReader"/> reads an episode, and makes its plan.</summary>
public static class ExperimentReader
{
    /// <summary>Reads an experiment.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="source">What to call it in messages, such as its file name.</param>
    /// <param name="readBase">Reads the episode that <see cref="ExperimentSpec.Base"/> names.</param>
    /// <param name="prices">Prices for teachers without one of their own; they become part of the episodes.</param>
    /// <exception cref="SpecException">It is not a valid experiment; every problem is named.</exception>
    public static ExperimentPlan Read(ReadOnlyMemory<byte> utf8, string source, Func<string, ReadOnlyMemory<byte>> readBase, IPriceList? prices = null)
    {
        ArgumentNullException.ThrowIfNull(readBase);
        var document = new SpecDocument(source);
        var root = document.Parse(utf8, "an experiment", null);
        document.Check(ExperimentSchema.Document, root);
        var inline = root["episode"]?.DeepClone().AsObject();
        if (inline is not null)
        {
            root["episode"] = SpecDocument.Complete(new EpisodeSpec(), inline, CoreJson.Default.EpisodeSpec);
        }

        var spec = document.Deserialize(SpecDocument.Complete(new ExperimentSpec(), root, CoreJson.Default.ExperimentSpec), CoreJson.Default.ExperimentSpec);
        document.Refuse(ExperimentRules.Check(spec));
        var episode = inline ?? new SpecDocument(spec.Base!).Parse(readBase(spec.Base!), "an episode", null);
        episode.Remove("$schema");
        Apply(episode, spec.Set, $"{source}, set");

        var arms = new List<ExperimentArm>();
        foreach (var (name, changes) in spec.Arms.Concat(Grid.Combinations(spec.Vary, source)))
        {
            if (!ExperimentRules.IsName(name) || arms.Any(arm => arm.Name == name))
            {
                throw new SpecException(source, [$"arms.{name}: is not a name of its own of 1 to 48 lower-case letters, digits and hyphens; choose another, and name what \"vary\" cannot under \"arms\"."]);
            }

            arms.Add(new(name, false, changes, Make(episode, changes, $"{source}, arm {name}", prices)));
        }

        arms.AddRange(Baselines.Beside(arms, spec.Baselines, changes => Make(episode, changes, $"{source}, baseline", prices)));
        var reference = spec.Reference ?? (arms.FirstOrDefault(Baselines.IsNoState) ?? arms[0]).Name;
        if (arms.All(arm => arm.Name != reference))
        {
            var names = arms.Select(arm => arm.Name).ToList();
            throw new SpecException(source, [$"reference: \"{reference}\" is no arm.{Suggestion.DidYouMean(reference, names)} The arms are {string.Join(", ", names)}."]);
        }

        var plan = new ExperimentPlan(spec.Name, reference, arms, spec.Seeds);
        document.Refuse([.. ExperimentRules.Check(plan, spec.UnequalBudgets)]);
        return plan;
    }

    // Every arm is read as any episode is, so that it is refused for the same reasons.
    private static EpisodeSpec Make(JsonObject episode, IReadOnlyDictionary<string, JsonElement> changes, string source, IPriceList? prices)
    {
        var changed = episode.DeepClone().AsObject();
        Apply(changed, changes, source);
        return SpecReader.Read(Encoding.UTF8.GetBytes(changed.ToJsonString()), source, prices: prices);
    }

    private static void Apply(JsonObject episode, IReadOnlyDictionary<string, JsonElement> changes, string source)
    {
        foreach (var (path, value) in changes)
        {
            SpecOverride.Apply(episode, path, value.GetRawText(), source);
        }
    }
}
