using System.CommandLine;
using DataEnvGym.Cli.Hosting;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>run</c>: starts an episode.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var (spec, sets, data) = (CommonOptions.Spec(), CommonOptions.Sets(), CommonOptions.Data());
        var output = new Option<string?>("--out") { Description = "Folder for this run's files. Default: a new folder under --runs, named after the spec.", HelpName = "folder" };
        var (runs, json) = (CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("run", "Runs an episode to its end and reports it. Ctrl-C stops it cleanly; `dataenvgym resume` goes on with it.") { spec, sets, data, output, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var episode = await SpecLoader.LoadAsync(parsed.GetRequiredValue(spec), parsed.GetValue(sets) ?? [], parsed.GetValue(data), cancellationToken);
            await Preflight.CheckAsync(episode, cancellationToken);
            var folder = parsed.GetValue(output) is { } path
                ? await RunCreation.CreateAtAsync(path, episode, cancellationToken)
                : await RunCreation.CreateNextAsync(parsed.GetRequiredValue(runs), episode, cancellationToken);
            return await EpisodeRunner.RunAsync(folder, episode, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }
}
