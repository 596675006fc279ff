using System.Text.Json.Serialization;
using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Sandbox.Workers;

/// <summary>The first thing that a launcher is told.</summary>
/// <param name="Filter">The filter of system calls.</param>
internal sealed record WorkerSettings(byte[] Filter);

/// <summary>The first thing that a launcher says.</summary>
/// <param name="Ready">Version of its interpreter.</param>
internal sealed record WorkerGreeting(string Ready);

/// <summary>Limits in the launcher's units: seconds, MiB, bytes.</summary>
internal sealed record WorkerLimits(
    double Cpu, double Wall, int MemoryMiB, int Processes, [property: JsonPropertyName("fileMiB")] int FileMiB, int OpenFiles, int Output,
    int WorkMiB)
{
    public static WorkerLimits Of(SandboxLimits limits) => new(
        limits.CpuTime.TotalSeconds, limits.WallTime.TotalSeconds, limits.MemoryMiB, limits.Processes, limits.FileMiB, limits.OpenFiles, limits.OutputBytes, limits.WorkFolderMiB);
}

/// <summary>A program to run.</summary>
internal sealed record WorkerRequest(string Entry, IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Arguments, string Input, WorkerLimits Limits)
{
    public static WorkerRequest Of(SandboxRequest request) =>
        new(request.Entry, request.Files, request.Arguments, request.StandardInput, WorkerLimits.Of(request.Limits));
}

/// <summary>How a program ended. As many bytes follow as <paramref name="Lengths"/> say: standard output, standard error.</summary>
internal sealed record WorkerAnswer(string Outcome, double Wall, bool[] Over, int[] Lengths)
{
    public int? Exit { get; init; }

    public int? Signal { get; init; }

    public double? Cpu { get; init; }

    public long? Peak { get; init; }

    /// <summary>Whether processes were still there when the program had ended; they are gone now.</summary>
    public bool Left { get; init; }

    public bool RanToEnd { get; init; }

    public string? Problem { get; init; }

    public SandboxResult ToResult(string output, string error) => new(ParseOutcome(Outcome))
    {
        ExitCode = Exit,
        Signal = Signal,
        RanToEnd = RanToEnd,
        Output = output,
        Error = error,
        OutputTruncated = Over[0],
        ErrorTruncated = Over[1],
        CpuTime = Cpu is { } cpu ? TimeSpan.FromSeconds(cpu) : null,
        WallTime = TimeSpan.FromSeconds(Wall),
        PeakMemory = Peak,
        Problem = Problem,
    };

    private static SandboxOutcome ParseOutcome(string word) => word switch
    {
        "exited" => SandboxOutcome.Exited,
        "compile" => SandboxOutcome.CompileError,
        "runtime" => SandboxOutcome.RuntimeError,
        "time" => SandboxOutcome.TimeLimit,
        "memory" => SandboxOutcome.MemoryLimit,
        "output" => SandboxOutcome.OutputLimit,
        "failure" => SandboxOutcome.SandboxFailure,
        _ => throw new InvalidDataException($"The launcher answered with the outcome \"{word}\", which does not exist."),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkerSettings))]
[JsonSerializable(typeof(WorkerGreeting))]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;
