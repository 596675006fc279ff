namespace DataEnvGym.Local.Documents;

/// <summary>A turn at writing in a folder. The operating system ends it when the process dies, however it dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string FileName = ".lock";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>Waits for a turn.</summary>
    /// <exception cref="IOException">Someone has held the lock for too long.</exception>
    public static async Task<FolderLock> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException error) when (waited >= Patience)
            {
                throw new IOException($"The documents in {folder} cannot be written: another process has held {path} for {Patience.TotalSeconds:0} s; end it.", error);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Ends the turn.</summary>
    public void Dispose() => file.Dispose();
}
