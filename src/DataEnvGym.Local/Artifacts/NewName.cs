using System.Runtime.InteropServices;

namespace DataEnvGym.Local.Artifacts;

/// <summary>Gives a file another name, unless a file has it: of many who try at once exactly one succeeds.</summary>
internal static partial class NewName
{
    private const int AlreadyThere = 17;

    /// <summary>Renames a file.</summary>
    /// <returns>Whether the name was free; otherwise the file keeps its old one.</returns>
    public static bool TryGive(string path, string name)
    {
        // On Unix File.Move looks first and renames then, so that two may both find the name free and the second takes the place of the first.
        if (!OperatingSystem.IsWindows())
        {
            if (Link(path, name) == 0)
            {
                File.Delete(path);
                return true;
            }

            if (Marshal.GetLastPInvokeError() == AlreadyThere)
            {
                return false;
            }
        }

        // Windows, or a file system without hard links.
        try
        {
            File.Move(path, name, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Link(string path, string name);
}
