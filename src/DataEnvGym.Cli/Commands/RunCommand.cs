using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>run</c>: starts an episode.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var spec = new Argument<string>("spec") { Description = "A JSON file, or a folder that holds an episode.json, such as samples/math." };
        var sets = new Option<string[]>("--set") { Description = "Replace a field of the spec: --set seed=2 --set agent.policy.name=uniform. May be repeated." };
        var data = new Option<string?>("--data") { Description = "Folder or file that a task reads its items from (task.data)." };
        var output = new Option<string?>("--out") { Description = "Folder for this run's files. Default: a new folder under --runs, named after the spec." };
        var (runs, json) = (CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("run", "Runs an episode to its end and reports it. Ctrl-C stops it cleanly; resume goes on.") { spec, sets, data, output, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var episode = await SpecLoader.LoadAsync(parsed.GetRequiredValue(spec), parsed.GetValue(sets) ?? [], parsed.GetValue(data), cancellationToken);
            var root = parsed.GetRequiredValue(runs);
            var folder = parsed.GetValue(output) is { } path ? RunFolder.At(path) : new RunFolder(root, RunFolders.NextFree(root, episode.Name));
            await EpisodeHost.CreateAsync(folder, episode, cancellationToken);
            return await EpisodeRunner.RunAsync(folder, episode, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }
}
