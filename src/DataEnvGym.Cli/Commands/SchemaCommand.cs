using System.CommandLine;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>schema</c>: prints the JSON Schema of specs.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "episode or curriculum.", DefaultValueFactory = _ => "episode" };
        kind.AcceptOnlyFromAmong("episode", "curriculum");
        var command = new Command("schema", "Prints the JSON Schema of episode specs, or of curricula, for editors and scripts.") { kind };
        command.SetAction(parsed => Console.Write(parsed.GetRequiredValue(kind) == "episode" ? EpisodeSchema.Text : CurriculumSchema.Text));
        return command;
    }
}
