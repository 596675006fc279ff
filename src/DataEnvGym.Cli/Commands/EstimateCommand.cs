using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Domains;
using DataEnvGym.Teachers.Estimates;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>estimate</c>: what the teachers of an episode will cost.</summary>
internal static class EstimateCommand
{
    public static Command Create()
    {
        var (spec, sets, data, json) = (CommonOptions.Spec(), CommonOptions.Sets(), CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("estimate", "Says before a run what its teachers will probably cost, and at most, and whether its limits would end it early.") { spec, sets, data, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var episode = await SpecLoader.LoadAsync(parsed.GetRequiredValue(spec), parsed.GetValue(sets) ?? [], parsed.GetValue(data), cancellationToken);
            var estimate = await EpisodeEstimator.EstimateAsync(episode, TaskCatalog.Open(episode.Task), cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(estimate, CliJson.Readable.EpisodeEstimate));
            }
            else
            {
                EstimateView.Write(AnsiConsole.Console, estimate);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
