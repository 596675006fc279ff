using System.Runtime.InteropServices;
using DataEnvGym.Azure.Azurite;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Sandbox;
using DataEnvGym.Students.Runtime;
using Microsoft.Data.Sqlite;

namespace DataEnvGym.Cli.Hosting;

/// <summary>One thing that this machine can or cannot do.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do, if it is not.</param>
internal sealed record SystemFinding(string Name, bool Ok, string Found, string? Remedy = null)
{
    private const long RoomNeeded = 1L << 30;
    private const long MemoryNeeded = 2L << 30;

    /// <summary>Looks at everything.</summary>
    /// <param name="runs">Folder that holds all runs.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public static async Task<IReadOnlyList<SystemFinding>> FindAllAsync(string runs, CancellationToken cancellationToken) =>
    [
        new("system", true, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version}"),
        new("processors", Environment.ProcessorCount >= 2, $"{Environment.ProcessorCount}", "the student trains on two threads; with one processor a run takes about twice as long"),
        Memory(),
        Torch(),
        Sqlite(),
        Folder(runs),
        Node(),
        await SandboxAsync(cancellationToken),
        new("network", true, "not needed: the offline teacher and the embedded student use none"),
    ];

    private static SystemFinding Memory()
    {
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return new("memory", bytes >= MemoryNeeded, $"{bytes / 1e9:0.0} GB", "the student needs about 1 GB; give the machine or container at least 2 GB");
    }

    private static SystemFinding Torch()
    {
        try
        {
            var torch = TorchRuntime.Describe();
            return new("student (libtorch)", true, $"{torch.Version} on {torch.Device}, {torch.Threads} threads, {torch.VectorBits}-bit vectors; start-up fix {torch.StartupFix}");
        }
        catch (TorchUnavailableException error)
        {
            return new("student (libtorch)", false, error.Message, "without it nothing can be trained or examined here");
        }
    }

    private static SystemFinding Sqlite()
    {
        try
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            return new("journal (SQLite)", true, connection.ServerVersion);
        }
        catch (Exception error) when (error is SqliteException or TypeInitializationException or DllNotFoundException)
        {
            return new("journal (SQLite)", false, error.Message, "restore and build the program for this system again");
        }
    }

    // Not needed for anything but --store azurite, so that it is no fault if it is missing.
    private static SystemFinding Node() => AzuriteServer.FindNode() is { } path
        ? new("Node.js", true, $"{path}, for --store azurite")
        : new("Node.js", true, $"not found; only --store azurite needs it. {NodeMissingException.InstallHint}");

    // Not needed for anything but tasks whose answers are programs.
    private static async Task<SystemFinding> SandboxAsync(CancellationToken cancellationToken)
    {
        await using var sandbox = new BubblewrapSandbox(new());
        try
        {
            return new("sandbox", true, $"{await sandbox.DescribeAsync(cancellationToken)}, for generated code");
        }
        catch (SandboxUnavailableException error)
        {
            return new("sandbox", true, $"none; only generated code needs one. {error.Message}");
        }
    }

    private static SystemFinding Folder(string runs)
    {
        var folder = Path.GetFullPath(runs);
        try
        {
            var existed = Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            if (!existed)
            {
                Directory.Delete(folder);
            }

            var room = new DriveInfo(Path.GetPathRoot(folder)!).AvailableFreeSpace;
            return new("run folder", room >= RoomNeeded, $"{folder} can be written, {room / 1e9:0.0} GB free", "make room, or choose another folder with --runs");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new("run folder", false, error.Message, "choose a folder that you may write to with --runs");
        }
    }
}
