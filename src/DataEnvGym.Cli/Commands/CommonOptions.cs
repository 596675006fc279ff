using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Json;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Commands;

/// <summary>Options and arguments that several commands share, so that they read and behave the same.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON on standard output, and nothing else there." };

    public static Option<string> Runs() => new("--runs")
    {
        Description = "Folder that holds all runs.",
        HelpName = "folder",
        DefaultValueFactory = _ => "runs",
    };

    public static Argument<string> Run() => new("run") { Description = "A run's name, as `dataenvgym list` prints it, or the path of its folder." };

    public static Argument<string> Spec() => new("spec") { Description = "A JSON file, or a folder that holds an episode.json, such as samples/math." };

    public static Option<string[]> Sets() => new("--set")
    {
        Description = "Replace a field of the spec: --set seed=2 --set agent.policy.name=uniform. May be repeated.",
        HelpName = "field=value",
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "Folder or file that the task reads its items from (task.data).",
        HelpName = "path",
    };

    /// <summary>Finds a run by its name or its path.</summary>
    /// <exception cref="UsageException">There is no such run.</exception>
    public static RunFolder FindRun(string root, string run)
    {
        foreach (var path in (string[])[Path.Combine(root, run), run])
        {
            var folder = RunFolder.At(path);
            if (File.Exists(folder.Spec))
            {
                return folder;
            }
        }

        var known = RunFolders.List(root).Select(folder => folder.Name).ToList();
        var there = known.Count == 0
            ? $"There are none yet; start one: {UserCommand.Of("run", "samples/math")}"
            : $"The runs there are {string.Join(", ", known)}; for another folder add --runs FOLDER.";
        throw new UsageException($"there is no run {run} in {Path.GetFullPath(root)}.{Suggestion.DidYouMean(run, known)} {there}");
    }
}
