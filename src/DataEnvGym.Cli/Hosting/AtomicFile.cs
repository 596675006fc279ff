namespace DataEnvGym.Cli.Hosting;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file in place of an older one.</summary>
    public static Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken) =>
        WriteAsync(path, write, temporary => File.Move(temporary, path, overwrite: true), cancellationToken);

    /// <summary>Writes a file unless there is one already; of several processes, one wins.</summary>
    /// <returns>Whether this call made the file.</returns>
    public static async Task<bool> TryCreateAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(path, write, temporary => File.Move(temporary, path, overwrite: false), cancellationToken);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private static async Task WriteAsync(string path, Func<Stream, Task> write, Action<string> publish, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            await using (var stream = File.Create(temporary))
            {
                await write(stream);
                await stream.FlushAsync(cancellationToken);
            }

            publish(temporary);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
