namespace DataEnvGym.Local.Artifacts;

/// <summary>
/// A file that is being written beside its final place. Its writer keeps it open, and with that locked, until it has its final name, so that
/// a temporary file that can be locked belongs to a dead writer.
/// </summary>
internal sealed class TempFile : IDisposable
{
    private const string Prefix = ".tmp-";
    private const int MostTries = 10;

    private static int count;

    private bool moved;

    public TempFile(string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        (FilePath, Stream) = Create(folder, Path.GetFileName(target));
    }

    public string FilePath { get; }

    public FileStream Stream { get; }

    /// <summary>Gives the file its final name, unless there is such a file already.</summary>
    /// <returns>Whether it was free.</returns>
    public bool TryMove(string target) => moved = NewName.TryGive(FilePath, target);

    /// <summary>Gives the file its final name, in place of a file that has it.</summary>
    public void Replace(string target)
    {
        File.Move(FilePath, target, overwrite: true);
        moved = true;
    }

    public void Dispose()
    {
        if (!moved)
        {
            File.Delete(FilePath);
        }

        Stream.Dispose();
    }

    /// <summary>Deletes what dead writers left in a folder and below.</summary>
    public static void Sweep(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var path in Directory.EnumerateFiles(folder, Prefix + "*", options))
        {
            try
            {
                // Deleted before the lock is let go: a writer that comes in between would go on writing to a file without a name.
                new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (IOException)
            {
                // Its writer is alive, or just gave it its final name: not a leftover.
            }
        }
    }

    // A file is there before it is locked. A sweep in that moment takes it for a dead writer's: then another one is made.
    private static (string Path, FileStream Stream) Create(string folder, string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            var path = Path.Combine(folder, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref count)}-{name}");
            try
            {
                // Sharing for deletion lets the open file be renamed on every system; it still is a lock against the sweep.
                var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, 1 << 16, FileOptions.Asynchronous);
                if (File.Exists(path))
                {
                    return (path, stream);
                }

                stream.Dispose();
            }
            catch (IOException) when (attempt < MostTries)
            {
            }
        }
    }
}
