using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>examples</c>: reads what a student was taught.</summary>
internal static class ExamplesCommand
{
    public static Command Create()
    {
        var skill = new Option<string?>("--skill") { Description = "Only examples that were ordered for this skill, its subskills included; a subskill is SKILL/SUBSKILL.", HelpName = "skill" };
        var iteration = NumberOption.Optional("--iteration", 1, "Only examples of this iteration.");
        var count = NumberOption.WithDefault("--count", 1, 5, "How many to show, drawn at random but always the same.");
        var (run, runs, json) = (CommonOptions.Run(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("examples", "Shows some of the examples that a run trained on, with where they come from.") { run, skill, iteration, count, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var all = await RunReader.ReadExamplesAsync(folder, cancellationToken);
            var wanted = ExampleChoice.Filter(folder, all, parsed.GetValue(skill), parsed.GetValue(iteration));
            var sample = Rng.For(0, "examples").Sample(wanted, parsed.GetValue(count));
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(sample, CliJson.Readable.IReadOnlyListExample));
            }
            else
            {
                sample.ForEach(Write);
                Console.WriteLine($"{sample.Count} of {wanted.Count:N0} examples");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(Example example)
    {
        var source = example.Provenance;
        Console.WriteLine($"{example.Id}  iteration {source.Iteration}, {source.Order}{(example.Skill is null ? "" : $", {example.Skill}")}, written by {source.Source.Writer}");
        Console.WriteLine($"  question  {example.Prompt}");
        Console.WriteLine($"  solution  {example.Solution}");
        Console.WriteLine($"  answer    {example.Answer}");
        WriteShown("because of errors at", source.Source.SourceErrors);
        WriteShown("after the training items", source.Source.SourceItems ?? []);
        Console.WriteLine();
    }

    private static void WriteShown(string what, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            Console.WriteLine($"  {what} {string.Join(", ", ids.Take(3))}{(ids.Count > 3 ? $" and {ids.Count - 3} more" : "")}");
        }
    }
}
