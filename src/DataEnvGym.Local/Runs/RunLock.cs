using System.Globalization;

namespace DataEnvGym.Local.Runs;

/// <summary>
/// Makes its holder the only writer of a run. The operating system lets go of it when the process dies, however it dies. The lock is
/// advisory and holds on local file systems.
/// </summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream file;
    private readonly string holderPath;

    private RunLock(FileStream file, string holderPath)
    {
        this.file = file;
        this.holderPath = holderPath;
    }

    /// <summary>Takes the lock, making the run's folder if needed.</summary>
    /// <exception cref="RunLockedException">Someone holds it.</exception>
    public static RunLock Acquire(RunFolder folder)
    {
        Directory.CreateDirectory(folder.FullPath);
        // The locked file cannot be read by others everywhere, so the holder's id lies beside it.
        var holderPath = folder.Lock + ".pid";
        FileStream file;
        try
        {
            file = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new RunLockedException(folder.FullPath, ReadHolder(holderPath), e);
        }

        var temp = $"{holderPath}.tmp";
        File.WriteAllText(temp, Environment.ProcessId.ToString());
        File.Move(temp, holderPath, overwrite: true);
        return new RunLock(file, holderPath);
    }

    /// <summary>Whether someone works on a run at this moment.</summary>
    public static bool IsHeld(RunFolder folder)
    {
        if (!File.Exists(folder.Lock))
        {
            return false;
        }

        try
        {
            using var probe = new FileStream(folder.Lock, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Lets go of the lock.</summary>
    public void Dispose()
    {
        File.Delete(holderPath);
        file.Dispose();
    }

    private static int? ReadHolder(string path)
    {
        try
        {
            return int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (IOException)
        {
            // The holder has the lock but has not written its id yet, or is just letting go.
            return null;
        }
    }
}
