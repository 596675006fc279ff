using System.CommandLine;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Commands;

/// <summary>Options and arguments that several commands share, so that they read and behave the same.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON on standard output; progress goes to standard error." };

    public static Option<string> Runs() => new("--runs")
    {
        Description = "Folder that holds all runs.",
        DefaultValueFactory = _ => "runs",
    };

    public static Argument<string> Run() => new("run") { Description = "A run's name, as `list` prints it, or the path of its folder." };

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
        var remedy = known.Count == 0 ? "there are no runs there yet; start one with `run samples/math`" : $"the runs there are {string.Join(", ", known)}";
        throw new UsageException($"there is no run {run} in {Path.GetFullPath(root)}; {remedy}. Use --runs FOLDER for another folder.");
    }
}
