namespace DataEnvGym.Core.Sandboxes;

/// <summary>How far a program may go. What goes further is killed, or the call that would is refused.</summary>
public sealed record SandboxLimits
{
    /// <summary>Processor time of the program and its children together, 0.1 to 600 s.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time on the clock from start to end, 0.1 to 600 s.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Address space of each process, and memory in use by all of them together, 64 to 65,536 MiB.</summary>
    public int MemoryMiB { get; init; } = 512;

    /// <summary>Processes and threads at one time, the program itself among them, 1 to 256.</summary>
    public int Processes { get; init; } = 8;

    /// <summary>Size of one file, 1 to 4,096 MiB.</summary>
    public int FileMiB { get; init; } = 16;

    /// <summary>Open files of a process, 16 to 1,024.</summary>
    public int OpenFiles { get; init; } = 64;

    /// <summary>Standard output and standard error, each, 1 byte to 64 MiB.</summary>
    public int OutputBytes { get; init; } = 1 << 20;

    /// <summary>Everything in the work folder, 1 to 4,096 MiB, in at most 4,096 files and folders.</summary>
    public int WorkFolderMiB { get; init; } = 32;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="SandboxRequestException">The first value that is out of range.</exception>
    public void Check()
    {
        Seconds(CpuTime, nameof(CpuTime));
        Seconds(WallTime, nameof(WallTime));
        Between(MemoryMiB, 64, 65_536, nameof(MemoryMiB));
        Between(Processes, 1, 256, nameof(Processes));
        Between(FileMiB, 1, 4096, nameof(FileMiB));
        Between(OpenFiles, 16, 1024, nameof(OpenFiles));
        Between(OutputBytes, 1, 64 << 20, nameof(OutputBytes));
        Between(WorkFolderMiB, 1, 4096, nameof(WorkFolderMiB));
    }

    private static void Seconds(TimeSpan value, string name) =>
        SandboxRequest.Require(value.TotalSeconds is >= 0.1 and <= 600, $"Limits.{name} is {value.TotalSeconds} s; it must be between 0.1 and 600 s.");

    private static void Between(int value, int least, int most, string name) =>
        SandboxRequest.Require(value >= least && value <= most, $"Limits.{name} is {value}; it must be between {least:N0} and {most:N0}.");
}
