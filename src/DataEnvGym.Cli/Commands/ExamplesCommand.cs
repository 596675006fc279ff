using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>examples</c>: reads what a student was taught.</summary>
internal static class ExamplesCommand
{
    public static Command Create()
    {
        var skill = new Option<string?>("--skill") { Description = "Only examples that were ordered for this skill." };
        var iteration = new Option<int?>("--iteration") { Description = "Only examples of this iteration." };
        var count = new Option<int>("--count") { Description = "How many to show, drawn at random but always the same.", DefaultValueFactory = _ => 5 };
        var (run, runs, json) = (CommonOptions.Run(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("examples", "Shows some of the examples that a run trained on, with where they come from.") { run, skill, iteration, count, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var all = await RunReader.ReadExamplesAsync(folder, cancellationToken);
            var wanted = Filter(all, parsed.GetValue(skill), parsed.GetValue(iteration));
            var sample = Rng.For(0, "examples").Sample(wanted, Math.Max(0, parsed.GetValue(count)));
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(sample, CliJson.Default.IReadOnlyListExample));
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

    private static List<Example> Filter(List<Example> all, string? skill, int? iteration)
    {
        var skills = all.Select(example => example.Skill).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (skill is not null && !skills.Contains(skill))
        {
            var remedy = skills.Count == 0
                ? "its examples were ordered without skills; leave --skill out"
                : $"its skills are {string.Join(", ", skills)}";
            throw new UsageException($"this run has no examples for skill {skill}.{Suggestion.DidYouMean(skill, skills)} For it, {remedy}.");
        }

        return [.. all.Where(example => (skill is null || example.Skill == skill) && (iteration is null || example.Provenance.Iteration == iteration))];
    }

    private static void Write(Example example)
    {
        var source = example.Provenance;
        Console.WriteLine($"{example.Id}  iteration {source.Iteration}, {source.Order}{(example.Skill is null ? "" : $", {example.Skill}")}, written by {source.Source.Writer}");
        Console.WriteLine($"  question  {example.Prompt}");
        Console.WriteLine($"  solution  {example.Solution}");
        Console.WriteLine($"  answer    {example.Answer}");
        if (source.Source.SourceErrors.Count > 0)
        {
            Console.WriteLine($"  because of errors at {string.Join(", ", source.Source.SourceErrors.Take(3))}{(source.Source.SourceErrors.Count > 3 ? $" and {source.Source.SourceErrors.Count - 3} more" : "")}");
        }

        Console.WriteLine();
    }
}
