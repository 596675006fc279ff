using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Hosting.Sites;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>run</c>: starts an episode.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var (spec, sets, data) = (CommonOptions.Spec(), CommonOptions.Sets(), CommonOptions.Data());
        var output = new Option<string?>("--out") { Description = "Folder for this run's files. Default: a new folder under --runs, named after the spec.", HelpName = "folder" };
        var store = new Option<string>("--store")
        {
            Description = "Where artefacts are kept and student work is posted: files (this folder, this process), azurite (Azure Storage's emulator, started for this run) or account:NAME (Azure Storage, with your sign-in).",
            DefaultValueFactory = _ => SiteChoice.Default.Store,
            HelpName = "store",
        };
        var workers = NumberOption.Optional("--workers", 0, "Worker processes to start on this machine; with --store azurite 1 if left out.");
        var (runs, json) = (CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("run", "Runs an episode to its end and reports it. Ctrl-C stops it cleanly; `dataenvgym resume` goes on with it.") { spec, sets, data, output, store, workers, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var site = SiteChoice.Of(parsed.GetRequiredValue(store), parsed.GetValue(workers));
            var episode = await SpecLoader.LoadAsync(parsed.GetRequiredValue(spec), parsed.GetValue(sets) ?? [], parsed.GetValue(data), cancellationToken);
            await Preflight.CheckAsync(episode, cancellationToken);
            var folder = parsed.GetValue(output) is { } path
                ? await RunCreation.CreateAtAsync(path, episode, cancellationToken)
                : await RunCreation.CreateNextAsync(parsed.GetRequiredValue(runs), episode, cancellationToken);
            await site.For(episode).WriteAsync(folder, cancellationToken);
            return await EpisodeRunner.RunAsync(folder, episode, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }
}
