using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Skills;

namespace DataEnvGym.Cli.Commands.Skills;

/// <summary><c>skills diff|agree|compare</c>.</summary>
internal static class SkillsComparisons
{
    public static Command Diff()
    {
        var (before, after, runs, json) = (SkillsCommand.Place("before"), SkillsCommand.Place("after"), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("diff", "What changed from one version to another: skills added, removed, renamed, merged and split, and items that moved.") { before, after, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var first = await TaxonomyStore.FindAsync(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(before), null, cancellationToken);
            var second = await TaxonomyStore.FindAsync(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(after), null, cancellationToken);
            var diff = TaxonomyDiff.Between(first.Taxonomy, second.Taxonomy);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(diff, CliJson.Readable.TaxonomyDiff));
            }
            else
            {
                TaxonomyDiffView.Write(diff);
            }

            return ExitCode.Success;
        });
        return command;
    }

    public static Command Agree()
    {
        var (first, second, runs, json) = (SkillsCommand.Place("first"), SkillsCommand.Place("second"), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command(
            "agree",
            """
            How far two labellings of the same items agree: the adjusted Rand index, for which names do not count, and Cohen's kappa, for which names are matched one to one.
            Both are 1 for full agreement and 0 for that of chance.
            """) { first, second, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var a = await TaxonomyStore.FindAsync(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(first), null, cancellationToken);
            var b = await TaxonomyStore.FindAsync(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(second), null, cancellationToken);
            var agreement = LabelAgreement.Of(a.Taxonomy, b.Taxonomy);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(agreement, CliJson.Readable.LabelAgreement));
            }
            else
            {
                AgreementView.Write(agreement, a.Name, b.Name);
            }

            return ExitCode.Success;
        });
        return command;
    }

    public static Command Compare()
    {
        var (place, data, runs, json) = (SkillsCommand.Place(), CommonOptions.Data(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("compare", "Compares skills with those that the task itself names, which no teacher is shown.") { place, data, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var found = await TaxonomyStore.FindAsync(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(place), parsed.GetValue(data), cancellationToken);
            var result = await CompareAsync(found, cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(result, CliJson.Readable.SkillsCompared));
            }
            else
            {
                AgreementView.Write(result);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<SkillsCompared> CompareAsync(FoundTaxonomy found, CancellationToken cancellationToken)
    {
        if (found.Task is not { } task)
        {
            throw new UsageException($"{found.Name} does not tell whose items it assigns, or these are read from files; name a run, or add --data PATH.");
        }

        var items = await found.ItemsAsync(cancellationToken);
        var gold = items.Any(item => item.Skill is not null)
            ? GoldTaxonomy.Of(task.Name, items)
            : throw new UsageException($"{task.Name} names no skills of its own, so that there is nothing to compare with; compare two labellings: {UserCommand.Of("skills agree", "FIRST")} SECOND");
        var summary = TaxonomySummary.Of(found.Taxonomy, [.. items.Select(item => item.Id)]);
        return new(found.Name, summary.Sizes.Count, gold.Skills.Count, summary.Coverage, LabelAgreement.Of(found.Taxonomy, gold));
    }
}
