using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Commands;

/// <summary>Which of a run's examples a command is about.</summary>
internal static class ExampleChoice
{
    /// <summary>The examples of a skill and an iteration, or of all.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public static List<Example> Filter(RunFolder folder, IReadOnlyList<Example> all, string? skill, int? iteration)
    {
        if (all.Count == 0)
        {
            throw new UsageException($"{folder.Name} has no examples yet; see how far it is: {UserCommand.Of("show", folder)}");
        }

        var skills = all.Select(example => example.Skill).OfType<string>().SelectMany(path => (string[])[TreePath.Root(path), path]).Distinct().Order(StringComparer.Ordinal).ToList();
        if (skill is not null && !skills.Contains(skill))
        {
            throw new UsageException($"{folder.Name} has no examples for the skill {skill}.{Suggestion.DidYouMean(skill, skills)} "
                + (skills.Count == 0 ? "Its examples were ordered without skills; leave --skill out." : $"It has some for {string.Join(", ", skills)}."));
        }

        var chosen = all.Where(example => (skill is null || TreePath.IsWithin(example.Skill, skill)) && (iteration is null || example.Provenance.Iteration == iteration)).ToList();
        return chosen.Count > 0
            ? chosen
            : throw new UsageException($"{folder.Name} has no such examples of iteration {iteration}; its iterations are {string.Join(", ", all.Select(example => example.Provenance.Iteration).Distinct().Order())}.");
    }
}
