using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Win32.SafeHandles;

namespace DataEnvGym.Students.Runtime;

/// <summary>
/// Makes TorchSharp's native library load where libstdc++ is older than the compiler that linked it. libLibTorchSharp.so asks for version
/// GLIBCXX_3.4.32 of libstdc++ (GCC 13) only because of the marker symbol that its &lt;iostream&gt; emits and that nothing calls; Debian 12 ends at 3.4.30
/// and its linker refuses the library. A copy whose requirement is weak is loaded in its place. The copy lives in memory: no file is
/// changed or left behind, so this works from a read-only folder, through links into the package cache, and in several processes at once.
/// </summary>
internal static class LinuxTorchLibrary
{
    public const string FileName = "libLibTorchSharp.so";
    private const string LibraryName = "LibTorchSharp";
    private const uint CloseOnExec = 1;
    private static nint handle;

    /// <summary>Whether the library as shipped was refused and the copy in memory is in use.</summary>
    public static bool CopyInUse => handle != 0;

    /// <summary>The runtime asks here, by its own order of search, only after the library as shipped could not be loaded.</summary>
    public static void ProvideTo(Assembly torchSharp) =>
        AssemblyLoadContext.GetLoadContext(torchSharp)!.ResolvingUnmanagedDll += (assembly, name) =>
            assembly == torchSharp && name == LibraryName ? LoadCopy(assembly) : 0;

    /// <summary>The copy's bytes: the shipped library with the one requirement made weak.</summary>
    public static byte[] Weakened(string path)
    {
        var bytes = File.ReadAllBytes(path);
        ElfVersionNeeds.Weaken(bytes, "libstdc++.so.6", "GLIBCXX_3.4.32");
        return bytes;
    }

    /// <summary>The shipped library, in the folders where the runtime looks for native libraries.</summary>
    /// <returns>A path, or null when it is in none of them.</returns>
    public static string? Find()
    {
        var folders = (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Append(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);
    }

    private static nint LoadCopy(Assembly torchSharp)
    {
        if (handle != 0 || Find() is not { } path)
        {
            return handle;
        }

        // A library in memory has no folder beside which its dependencies lie: they must be in the process before it.
        foreach (var dependency in (string[])["c10", "torch_cpu", "torch"])
        {
            NativeLibrary.Load(dependency, torchSharp, null);
        }

        var descriptor = LinuxNative.CreateMemoryFile(FileName, CloseOnExec);
        if (descriptor < 0)
        {
            throw new IOException($"The system refused a file in memory for {FileName} (error {Marshal.GetLastPInvokeError()}).");
        }

        using var file = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.Write(file, Weakened(path), 0);
        return handle = NativeLibrary.Load($"/proc/self/fd/{descriptor}");
    }
}
