using System.CommandLine;
using System.Text;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Domains;

namespace DataEnvGym.Cli.Commands.Skills;

/// <summary>Task and labeller of a command that works without a run: from a spec, or a task's name with the defaults of specs.</summary>
internal sealed class SpecSource
{
    private readonly Argument<string?> spec = new("spec")
    {
        Description = "A JSON file, or a folder that holds an episode.json, such as samples/math. Not with --task.", Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> task = new("--task") { Description = $"A task in place of a spec, with the offline teacher: {string.Join(" or ", TaskCatalog.Names)}.", HelpName = "name" };
    private readonly Option<string[]> sets = CommonOptions.Sets();
    private readonly Option<string?> data = CommonOptions.Data();
    private readonly Option<string> runs = CommonOptions.Runs();

    public void AddTo(Command command)
    {
        command.Add(spec);
        command.Add(task);
        command.Add(sets);
        command.Add(data);
        command.Add(runs);
    }

    /// <summary>Where answers of paid teachers are kept, so that none is bought twice.</summary>
    public string Answers(ParseResult parsed) => Path.Combine(parsed.GetRequiredValue(runs), ".skills-answers");

    /// <exception cref="UsageException">Neither or both are named.</exception>
    public async Task<EpisodeSpec> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (file, name, overrides) = (parsed.GetValue(spec), parsed.GetValue(task), parsed.GetValue(sets) ?? []);
        if ((file is null) == (name is null))
        {
            throw new UsageException($"{(file is null ? "no task is named" : "both a spec and --task are named")}; name either a spec, such as samples/math, or a task, such as --task procedural-math.");
        }

        if (file is not null)
        {
            return await SpecLoader.LoadAsync(file, overrides, parsed.GetValue(data), cancellationToken);
        }

        var path = parsed.GetValue(data) is { } folder ? $", \"data\": {Quote(Path.GetFullPath(folder))}" : "";
        var document = $"{{\"task\": {{\"name\": {Quote(name!)}{path}}}, \"stop\": {{\"iterations\": 1}}}}";
        return SpecReader.Read(Encoding.UTF8.GetBytes(document), "--task", [.. overrides.Select(SpecLoader.ParseSet)]);
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, CoreJson.Default.String);
}
