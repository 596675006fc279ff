namespace DataEnvGym.Core.Sandboxes;

/// <summary>How the run of a program ended.</summary>
public enum SandboxOutcome
{
    /// <summary>It exited with code 0.</summary>
    Exited,

    /// <summary>The entry file is no program of its language; nothing of it ran.</summary>
    CompileError,

    /// <summary>It exited with another code, an error that it did not handle, or by a signal.</summary>
    RuntimeError,

    /// <summary>It used up its processor time or its time on the clock.</summary>
    TimeLimit,

    /// <summary>It wanted more memory than it may have.</summary>
    MemoryLimit,

    /// <summary>It wrote more to standard output or standard error than it may.</summary>
    OutputLimit,

    /// <summary>The sandbox itself failed, which says nothing about the program.</summary>
    SandboxFailure,
}

/// <summary>How the run of a program ended, and what it wrote. What it wrote plays no part in <see cref="Outcome"/>.</summary>
/// <param name="Outcome">How it ended.</param>
public sealed record SandboxResult(SandboxOutcome Outcome)
{
    /// <summary>Exit code, if the program exited by itself.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Number of the signal that ended it, if the sandbox did not.</summary>
    public int? Signal { get; init; }

    /// <summary>Whether the last statement of the entry file was reached: <c>false</c> for a program that left early, as with <c>os._exit(0)</c> or <c>sys.exit()</c>.
    /// Asserts that stand behind the point where a program left have not been checked, whatever its exit code.
    /// It is the word of an interpreter that the program shares: a guard against shortcuts, not against a program that rewrites the interpreter.</summary>
    public bool RanToEnd { get; init; }

    /// <summary>Standard output as UTF-8, with U+FFFD for what is not, up to its limit.</summary>
    public string Output { get; init; } = "";

    /// <summary>Standard error, as <see cref="Output"/>.</summary>
    public string Error { get; init; } = "";

    /// <summary>Whether <see cref="Output"/> lacks what went over the limit.</summary>
    public bool OutputTruncated { get; init; }

    /// <summary>Whether <see cref="Error"/> lacks what went over the limit.</summary>
    public bool ErrorTruncated { get; init; }

    /// <summary>Processor time of the program and of the children that it waited for, where known.</summary>
    public TimeSpan? CpuTime { get; init; }

    /// <summary>Time on the clock.</summary>
    public TimeSpan WallTime { get; init; }

    /// <summary>The most memory that one of its processes held, in bytes, where known.</summary>
    public long? PeakMemory { get; init; }

    /// <summary>What went wrong with the sandbox, for <see cref="SandboxOutcome.SandboxFailure"/>.</summary>
    public string? Problem { get; init; }
}
