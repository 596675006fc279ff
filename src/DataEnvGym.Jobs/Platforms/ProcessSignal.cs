using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DataEnvGym.Jobs.Platforms;

/// <summary>Asks a process to end, where the system knows how to ask.</summary>
internal static partial class ProcessSignal
{
    private const int Terminate = 15;

    /// <summary>Sends SIGTERM. On Windows, which has no such thing, it kills.</summary>
    public static void AskToEnd(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else
        {
            _ = Kill(process.Id, Terminate);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
