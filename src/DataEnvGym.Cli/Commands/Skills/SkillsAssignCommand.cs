using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains;
using DataEnvGym.Hosting;

namespace DataEnvGym.Cli.Commands.Skills;

/// <summary><c>skills assign</c>: gives items that came later one of the skills that there are.</summary>
internal static class SkillsAssignCommand
{
    public static Command Create()
    {
        var (file, source, json) = (SkillsCommand.TheFile(), new SpecSource(), CommonOptions.Json());
        var command = new Command(
            "assign",
            """
            Has the labeller of a spec choose one of the skills in a file for each probe item that has none there. Nothing is discovered anew; an item that fits none keeps none.
            A run with "source": "file" does the same by itself.
            """) { file, json };
        source.AddTo(command);
        command.Run(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var older = await TaxonomyFiles.ReadAsync(path, cancellationToken);
            var spec = await source.ReadAsync(parsed, cancellationToken);
            var task = TaskCatalog.Open(spec.Task);
            List<Item> missing = [.. (await task.LoadAsync(Split.Probe, cancellationToken)).Where(item => !older.Assignments.ContainsKey(item.Id))];
            var seed = DiscoverSkillsActivity.SeedOf(spec);
            var progress = new ConsoleProgress("assign", Console.Error, TimeProvider.System);
            var assigned = await EpisodeComposition.Assigner(spec.TeacherFor(TeacherRole.Labeller), seed, Composition.Teachers(source.Answers(parsed))).AssignAsync(
                missing, older.Skills, task.Domain.Prompts, new Allowance(spec.Stop.Tokens, spec.Stop.Money), seed, progress, cancellationToken);
            progress.Finish();
            await Console.Error.WriteLineAsync($"{missing.Count:N0} items had no skill; {assigned.Fitting.Count:N0} have one now, after {assigned.Spend.Calls:N0} calls");
            if (assigned.Fitting.Count == 0)
            {
                SkillsEdits.Write(path, older, null, parsed.GetValue(json));
                return ExitCode.Success;
            }

            var newer = TaxonomyEdits.Assign(older, assigned.Fitting);
            SkillsEdits.Write(path, newer, await TaxonomyStore.ReplaceAsync(path, older, newer, cancellationToken), parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }
}
