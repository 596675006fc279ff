using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>system-check</c>: what this machine can and cannot do.</summary>
internal static class SystemCheckCommand
{
    public static Command Create()
    {
        var (runs, json) = (CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("system-check", "Says what this machine can and cannot do, with remedies. Exit code 0 if all is well, 1 if not.") { runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var findings = await SystemFinding.FindAllAsync(parsed.GetRequiredValue(runs), cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(findings, CliJson.Readable.IReadOnlyListSystemFinding));
            }
            else
            {
                foreach (var finding in findings)
                {
                    Console.WriteLine($"{(finding.Ok ? "ok" : "NO"),-3} {finding.Name,-20} {finding.Found}");
                    if (!finding.Ok)
                    {
                        Console.WriteLine($"    {"",-20} → {finding.Remedy}");
                    }
                }
            }

            return findings.All(finding => finding.Ok) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }
}
