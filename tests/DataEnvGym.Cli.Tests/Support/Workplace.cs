using System.Text.Json.Nodes;

namespace DataEnvGym.Cli.Tests.Support;

/// <summary>A folder of its own in which the command line is used, with the sample spec in it. Deleted at the end.</summary>
public sealed class Workplace : IDisposable
{
    /// <summary>The sample, made small enough for a few seconds.</summary>
    public static string[] Tiny { get; } =
    [
        "--set", "task.sizes.probe=2", "--set", "task.sizes.select=2", "--set", "task.sizes.test=2", "--set", "examplesPerIteration=60",
        "--set", "training.epochs=1", "--set", "stop.iterations=2",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dataenvgym-cli-test-");

    public Workplace() => File.Copy(Repository.PathOf("samples", "math", "episode.json"), PathOf("episode.json"));

    public string PathOf(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    public JsonNode ReadJson(params string[] parts) => JsonNode.Parse(File.ReadAllText(PathOf(parts)))!;

    /// <summary>Everything in the folder but the spec, to see that nothing was left behind.</summary>
    public IReadOnlyList<string> Entries() =>
        [.. Directory.EnumerateFileSystemEntries(folder.FullName, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.FullName, path)).Where(path => path != "episode.json")];

    public void Dispose() => folder.Delete(recursive: true);

    internal CliProcess Start(params string[] arguments) => CliProcess.Start(folder.FullName, arguments);

    /// <summary>Runs a command to its end.</summary>
    internal async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }
}
