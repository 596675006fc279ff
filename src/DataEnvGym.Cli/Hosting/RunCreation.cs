using System.Text.Json;
using DataEnvGym.Cli.Commands;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Makes the folders of new runs. A folder belongs to the process that puts a spec into it first.</summary>
internal static class RunCreation
{
    /// <summary>Makes a run in a folder of the caller's choice.</summary>
    /// <exception cref="UsageException">The folder holds something already, or cannot be made.</exception>
    public static async Task<RunFolder> CreateAtAsync(string path, EpisodeSpec spec, CancellationToken cancellationToken)
    {
        var folder = RunFolder.At(path);
        if (File.Exists(folder.FullPath))
        {
            throw new UsageException($"{folder.FullPath} is a file; choose a folder with --out.");
        }

        // What a process that was killed at once has left does not count.
        var used = Directory.Exists(folder.FullPath) && Directory.EnumerateFileSystemEntries(folder.FullPath).Any(entry => !entry.EndsWith(".tmp", StringComparison.Ordinal));
        if (used || !await ClaimAsync(folder, spec, "--out", cancellationToken))
        {
            throw new UsageException(File.Exists(folder.Spec)
                ? $"there is a run in {folder.FullPath} already; go on with it: {UserCommand.Of("resume", folder)}, or choose another folder with --out."
                : $"{folder.FullPath} is not empty; choose another folder with --out.");
        }

        return folder;
    }

    /// <summary>Makes a run with the next free name among others.</summary>
    /// <exception cref="UsageException">The folder cannot be made.</exception>
    public static async Task<RunFolder> CreateNextAsync(string root, EpisodeSpec spec, CancellationToken cancellationToken)
    {
        RunFolder folder;
        do
        {
            folder = new RunFolder(root, RunFolders.NextFree(root, spec.Name));
        }
        while (!await ClaimAsync(folder, spec, "--runs", cancellationToken));
        return folder;
    }

    private static async Task<bool> ClaimAsync(RunFolder folder, EpisodeSpec spec, string option, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder.FullPath);
            return await AtomicFile.TryCreateAsync(
                folder.Spec, stream => JsonSerializer.SerializeAsync(stream, spec, CoreJson.Default.EpisodeSpec, cancellationToken), cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the run folder {folder.FullPath} cannot be made ({error.Message.TrimEnd('.')}); choose another place with {option}.");
        }
    }
}
