using System.Runtime.InteropServices;

namespace DataEnvGym.Students.Runtime;

/// <summary>The few calls into the C library that .NET has no name for. Linux only.</summary>
internal static partial class LinuxNative
{
    /// <summary>Gives freed memory back to the system: torch's variable shapes leave gigabytes in the allocator of glibc.</summary>
    public static void TrimMemory()
    {
        try
        {
            _ = MallocTrim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library than glibc, with nothing to trim.
        }
    }

    /// <summary>An anonymous file in memory.</summary>
    /// <returns>Its descriptor, or -1.</returns>
    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint pad);
}
