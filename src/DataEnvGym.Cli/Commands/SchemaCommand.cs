using System.CommandLine;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>schema</c>: prints the JSON Schema of specs.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Prints the JSON Schema of episode specs, for editors and scripts.");
        command.SetAction(_ => Console.Write(EpisodeSchema.Text));
        return command;
    }
}
