using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core;
using DataEnvGym.Core.Skills;

namespace DataEnvGym.Cli.Commands.Skills;

/// <summary><c>skills show</c>.</summary>
internal static class SkillsShowCommand
{
    public static Command Create()
    {
        var examples = NumberOption.WithDefault("--examples", 0, 1, "How many items of each skill to show, drawn at random but always the same.");
        var (place, data, runs, json) = (SkillsCommand.Place(), CommonOptions.Data(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("show", "Shows skills with their sizes, the share of the task's probe items that have one, and examples.") { place, examples, data, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var found = await TaxonomyStore.FindAsync(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(place), parsed.GetValue(data), cancellationToken);
            var result = await LookAsync(found, parsed.GetValue(examples), cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(result, CliJson.Readable.SkillsShown));
            }
            else
            {
                SkillsView.Write(result);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<SkillsShown> LookAsync(FoundTaxonomy found, int count, CancellationToken cancellationToken)
    {
        var taxonomy = found.Taxonomy;
        var prompts = (await found.ItemsAsync(cancellationToken)).ToDictionary(item => item.Id, item => item.Prompt, StringComparer.Ordinal);
        var known = prompts.Count > 0;
        var items = known ? prompts.Keys.ToList() : [.. taxonomy.Assignments.Keys];
        var bySkill = items.ToLookup(taxonomy.SkillOf);
        var examples = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var skill in taxonomy.Skills)
        {
            var members = bySkill[skill].Order(StringComparer.Ordinal).ToList();
            examples[skill] = [.. Rng.For(0, "skills-show", skill).Sample(members, count).Select(item => prompts.GetValueOrDefault(item, item))];
        }

        return new(found.Name, TaxonomySummary.Of(taxonomy, items), known, taxonomy.Parent, taxonomy.Note, examples);
    }
}
