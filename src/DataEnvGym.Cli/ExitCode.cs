namespace DataEnvGym.Cli;

/// <summary>What the process returns. Listed in the README.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Something failed while it ran; the message says what.</summary>
    public const int Failure = 1;

    /// <summary>The command line, the spec, a data file or a checkpoint is wrong. What can be seen beforehand is seen before a run folder is made.</summary>
    public const int BadInput = 2;

    /// <summary>Another process works on the run.</summary>
    public const int Locked = 3;

    /// <summary>Interrupted by Ctrl-C or SIGTERM; the run can be resumed.</summary>
    public const int Interrupted = 130;
}
