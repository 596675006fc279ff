using System.Runtime.CompilerServices;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Local.Artifacts;

/// <summary>What the runs in a folder have stored.</summary>
/// <param name="root">The folder that holds all runs.</param>
public sealed class FileRunFiles(string root) : IRunFiles
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<RunFile> ListAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folder = FolderOf(run);
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];
        foreach (var (name, path) in files.Select(path => (NameOf(folder, path), path)).OrderBy(file => file.Item1, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ArtifactName.IsValid(name))
            {
                yield return Describe(name, new FileInfo(path));
            }
        }
    }

    /// <inheritdoc/>
    public Task<OpenRunFile?> OpenReadAsync(string run, string name, CancellationToken cancellationToken)
    {
        ArtifactName.Require(name);
        var path = Path.Combine(FolderOf(run), name.Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(path))
        {
            return Task.FromResult<OpenRunFile?>(null);
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous);
        return Task.FromResult<OpenRunFile?>(new(Describe(name, new FileInfo(path)), stream));
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string run, CancellationToken cancellationToken)
    {
        var folder = FolderOf(run);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private string FolderOf(string run) =>
        RunId.TryParse(run, out var id) ? new RunFolder(root, id).Artifacts : throw new ArtifactException($"'{run}' is no run id.");

    private static string NameOf(string folder, string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private static RunFile Describe(string name, FileInfo file) => new(name, file.Length, file.LastWriteTimeUtc);
}
