using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains;
using DataEnvGym.Hosting;

namespace DataEnvGym.Cli.Commands.Skills;

/// <summary><c>skills discover</c>: a discovery by itself, without a run; several with different seeds to see how far they agree.</summary>
internal static class SkillsDiscoverCommand
{
    public static Command Create()
    {
        var source = new SpecSource();
        var output = new Option<string?>("--out") { Description = "Write what is found to this file, and that of repeats beside it: skills.json, skills-2.json.", HelpName = "file" };
        var repeat = NumberOption.WithDefault("--repeat", 1, 1, "How many times, each with another seed; their agreement is printed.");
        var json = CommonOptions.Json();
        var command = new Command(
            "discover",
            """
            Has the labeller of a spec name the skill of each probe item, and group these names into skills. Stops where the spec's stop.tokens or stop.money would be passed.

              dataenvgym skills discover samples/math --out skills.json
              dataenvgym skills discover --task procedural-math --repeat 2 --set teacher.faults.mislabelled=0.1
            """) { output, repeat, json };
        source.AddTo(command);
        command.Run(async (parsed, cancellationToken) =>
        {
            var spec = await source.ReadAsync(parsed, cancellationToken);
            var times = parsed.GetValue(repeat);
            var files = Enumerable.Range(1, times).Select(number => FileOf(parsed.GetValue(output), number)).ToList();
            files.OfType<string>().ToList().ForEach(TaxonomyStore.CheckFree);
            var (found, labellings) = (new List<Taxonomy>(), new List<SkillsLabelling>());
            foreach (var (index, file) in files.Index())
            {
                var spent = labellings.Aggregate(default(Spend), (sum, labelling) => sum + labelling.Spend);
                var (discovery, summary) = await DiscoverAsync(spec, index, spent, source.Answers(parsed), cancellationToken);
                found.Add(discovery.Taxonomy);
                labellings.Add(new(summary, discovery.Malformed, discovery.Spend, file));
                if (file is not null)
                {
                    await TaxonomyStore.CreateAsync(file, discovery.Taxonomy, cancellationToken);
                }
            }

            SkillsDiscovered result = new(labellings, [.. Pairs(found)]);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(result, CliJson.Readable.SkillsDiscovered));
            }
            else
            {
                SkillsView.Write(result);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<(SkillDiscovery Discovery, TaxonomySummary Summary)> DiscoverAsync(
        EpisodeSpec spec, int index, Spend spent, string answers, CancellationToken cancellationToken)
    {
        var task = TaskCatalog.Open(spec.Task);
        var items = await task.LoadAsync(Split.Probe, cancellationToken);

        // The first is what a run of the spec would find.
        var first = DiscoverSkillsActivity.SeedOf(spec);
        var seed = index == 0 ? first : Rng.Derive(first, "repeat", $"{index}");
        var progress = new ConsoleProgress("label", Console.Error, TimeProvider.System);
        var found = await EpisodeComposition.Discovery(spec.TeacherFor(TeacherRole.Labeller), seed, Composition.Teachers(answers)).DiscoverAsync(
            items, spec.Skills?.Count, task.Domain.Prompts, new Allowance(spec.Stop.Tokens, spec.Stop.Money).After(spent), seed, progress, cancellationToken);
        progress.Finish();
        found = found with { Taxonomy = found.Taxonomy with { Task = spec.Task with { Data = null } } };
        return (found, TaxonomySummary.Of(found.Taxonomy, [.. items.Select(item => item.Id)]));
    }

    private static IEnumerable<SkillsAgreement> Pairs(List<Taxonomy> found) =>
        from first in Enumerable.Range(0, found.Count)
        from second in Enumerable.Range(first + 1, found.Count - first - 1)
        select new SkillsAgreement(first + 1, second + 1, LabelAgreement.Of(found[first], found[second]));

    private static string? FileOf(string? path, int number) =>
        path is null || number == 1 ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{number}{Path.GetExtension(path)}");
}
