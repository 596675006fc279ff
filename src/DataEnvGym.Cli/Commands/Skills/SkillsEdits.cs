using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Skills;
using DataEnvGym.Hosting;

namespace DataEnvGym.Cli.Commands.Skills;

/// <summary><c>skills export|rename|merge|split</c>.</summary>
internal static class SkillsEdits
{
    private const string Kept = " The file gets the next version; the one before stays beside it.";

    public static Command Export()
    {
        var file = new Argument<string>("file") { Description = "Where to write it; nothing may be there yet." };
        var (run, runs, json) = (CommonOptions.Run(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("export", "Writes the skills of a run to a file that can be edited, and used by other runs.") { run, file, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var (path, found) = (parsed.GetRequiredValue(file), await TaxonomyStore.FindAsync(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run), null, cancellationToken));
            await TaxonomyStore.CreateAsync(path, found.Taxonomy, cancellationToken);
            Write(path, found.Taxonomy, null, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    public static Command Rename()
    {
        var older = new Argument<string>("old") { Description = "A skill." };
        var newer = new Argument<string>("new") { Description = "Its name from now on." };
        var command = new Command("rename", $"Gives a skill another name.{Kept}") { older, newer };
        return Edit(command, (taxonomy, parsed) => TaxonomyEdits.Rename(taxonomy, parsed.GetRequiredValue(older), parsed.GetRequiredValue(newer)));
    }

    public static Command Merge()
    {
        var into = new Argument<string>("into") { Description = "The name of all of them from now on: one of theirs, or a new one." };
        var skills = new Argument<string[]>("skill") { Description = "The skills to put together.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("merge", $"Puts skills together.{Kept} Such as: dataenvgym skills merge skills.json arithmetic add subtract") { into, skills };
        return Edit(command, (taxonomy, parsed) => TaxonomyEdits.Merge(taxonomy, parsed.GetRequiredValue(into), parsed.GetRequiredValue(skills)));
    }

    public static Command Split()
    {
        var skill = new Argument<string>("skill") { Description = "The skill to take items from." };
        var items = new Option<string[]>("--items")
        {
            Description = "Ids of items of the skill, as they stand in the file; not all of them.", HelpName = "ids", Required = true, AllowMultipleArgumentsPerToken = true,
        };
        var into = new Option<string>("--into") { Description = "The name of the new skill that they get.", HelpName = "name", Required = true };
        var command = new Command("split", $"Moves some items of a skill to a new one.{Kept}") { skill, items, into };
        return Edit(command, (taxonomy, parsed) => TaxonomyEdits.Split(
            taxonomy, parsed.GetRequiredValue(skill), [.. parsed.GetRequiredValue(items).SelectMany(ids => ids.Split(',', StringSplitOptions.RemoveEmptyEntries))], parsed.GetRequiredValue(into)));
    }

    /// <summary>Says what a file has now.</summary>
    public static void Write(string path, Taxonomy taxonomy, string? kept, bool json)
    {
        var written = new SkillsWritten(path, taxonomy.Version, TaxonomyId.Of(taxonomy), taxonomy.Parent, taxonomy.Note, kept);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(written, CliJson.Readable.SkillsWritten)
            : $"{path}: version {written.Version} ({written.Id}), {taxonomy.Skills.Count} skills; {taxonomy.Note}{(kept is null ? "" : $"; the version before is {kept}")}");
    }

    private static Command Edit(Command command, Func<Taxonomy, ParseResult, Taxonomy> edit)
    {
        var (file, json) = (SkillsCommand.TheFile(), CommonOptions.Json());
        command.Arguments.Insert(0, file);
        command.Add(json);
        command.Run(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var older = await TaxonomyFiles.ReadAsync(path, cancellationToken);
            var newer = edit(older, parsed);
            Write(path, newer, await TaxonomyStore.ReplaceAsync(path, older, newer, cancellationToken), parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }
}
