using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Commands as a person would type them from the current folder, for messages.</summary>
internal static class UserCommand
{
    public static string Of(string command, RunFolder run) => Of(command, run.Designator);

    public static string Of(string command, string argument) =>
        $"dataenvgym {command} {(argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument)}";
}
