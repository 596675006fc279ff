using System.CommandLine;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Experiments;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>schema</c>: prints the JSON Schema of specs.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "episode, curriculum or experiment.", DefaultValueFactory = _ => "episode" };
        kind.AcceptOnlyFromAmong("episode", "curriculum", "experiment");
        var command = new Command("schema", "Prints the JSON Schema of episode specs, of curricula or of experiments, for editors and scripts.") { kind };
        command.SetAction(parsed => Console.Write(parsed.GetRequiredValue(kind) switch
        {
            "episode" => EpisodeSchema.Text,
            "curriculum" => CurriculumSchema.Text,
            _ => ExperimentSchema.Text,
        }));
        return command;
    }
}
