using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;

namespace DataEnvGym.Infrastructure.Tests;

/// <summary>The Bicep compiler of the package. Works on one copy of the Bicep files, because it writes beside them.</summary>
internal static class BicepCompiler
{
    static readonly Lazy<string> Copy = new(MakeCopy);
    static readonly ConcurrentDictionary<string, Lazy<JsonObject>> Snapshots = new();
    static readonly Lazy<ToolResult> Built = new(() => Run("build", "--pattern", "bicep/**/*.bicep", "--outdir", "built"));

    /// <summary>Folder with the copies of <c>bicep</c> and <c>tests</c>.</summary>
    public static string Workspace => Copy.Value;

    static string? Program { get; } = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .SingleOrDefault(a => a.Key == "BicepPath")?.Value;

    /// <summary>Skips the test where the package holds no compiler for the machine.</summary>
    public static void Require() =>
        Skip.If(Program is null, "The package with the Bicep compiler that the tests use is for Linux x64.");

    public static ToolResult Run(params string[] arguments) => Tool.Run(Program!, Workspace, arguments);

    /// <summary>What building every Bicep file said.</summary>
    public static ToolResult Build => Built.Value;

    /// <summary>The ARM template of a Bicep file, named relative to the folder <c>bicep</c>.</summary>
    public static JsonObject Template(string file) =>
        Build.ExitCode == 0
            ? JsonNode.Parse(File.ReadAllText(Path.Combine(Workspace, "built", Path.ChangeExtension(file, ".json"))))!.AsObject()
            : throw new ShouldAssertException(Build.Errors);

    /// <summary>What a parameter file would deploy, with every expression worked out that does not need Azure.</summary>
    public static JsonObject Snapshot(string parameterFile) => Snapshots.GetOrAdd(parameterFile, f => new(() =>
    {
        var result = Run("snapshot", f, "--mode", "overwrite", "--location", "northeurope", "--deployment-name", "test",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002");
        result.Errors.ShouldBeEmpty();
        return JsonNode.Parse(File.ReadAllText(Path.Combine(Workspace, Path.ChangeExtension(f, ".snapshot.json"))))!.AsObject();
    })).Value;

    static string MakeCopy()
    {
        var folder = Directory.CreateTempSubdirectory("dataenvgym-bicep-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Repository.Copy(Repository.BicepFolder, Path.Combine(folder, "bicep"));
        Repository.Copy(Repository.TestParameters, Path.Combine(folder, "tests", "DataEnvGym.Infrastructure.Tests", "Parameters"));
        return folder;
    }
}
