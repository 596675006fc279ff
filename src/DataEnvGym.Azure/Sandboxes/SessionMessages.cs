using System.Text.Json.Serialization;
using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Azure.Sandboxes;

/// <summary>Limits as the script in the session reads them: seconds, MiB, bytes.</summary>
internal sealed record SessionLimits(double Cpu, double Wall, int MemoryMiB, int FileMiB, int OpenFiles, int Output);

/// <summary>What the script in the session is to run.</summary>
internal sealed record SessionRequest(string Secret, string Entry, IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Arguments, string Input, SessionLimits Limits)
{
    public static SessionRequest Of(SandboxRequest request, string secret)
    {
        var limits = request.Limits;
        return new(
            secret, request.Entry, request.Files, request.Arguments, request.StandardInput,
            new(limits.CpuTime.TotalSeconds, limits.WallTime.TotalSeconds, limits.MemoryMiB, limits.FileMiB, limits.OpenFiles, limits.OutputBytes));
    }
}

/// <summary>What the script in the session says. The secret shows that it is the script that says it.</summary>
internal sealed record SessionAnswer(string Secret, string Outcome, double Wall, string Output, string Error, bool[] Over)
{
    public int? Exit { get; init; }

    public int? Signal { get; init; }

    public double? Cpu { get; init; }

    public long? Peak { get; init; }

    public bool RanToEnd { get; init; }

    /// <summary>The result, or nothing if the outcome is none.</summary>
    public SandboxResult? ToResult() => Over is [var outputOver, var errorOver] && OutcomeOf(Outcome) is { } outcome
        ? new(outcome)
        {
            ExitCode = Exit,
            Signal = Signal,
            RanToEnd = RanToEnd,
            Output = Output,
            Error = Error,
            OutputTruncated = outputOver,
            ErrorTruncated = errorOver,
            CpuTime = Cpu is { } cpu ? TimeSpan.FromSeconds(cpu) : null,
            WallTime = TimeSpan.FromSeconds(Wall),
            PeakMemory = Peak,
        }
        : null;

    private static SandboxOutcome? OutcomeOf(string word) => word switch
    {
        "exited" => SandboxOutcome.Exited,
        "compile" => SandboxOutcome.CompileError,
        "runtime" => SandboxOutcome.RuntimeError,
        "time" => SandboxOutcome.TimeLimit,
        "memory" => SandboxOutcome.MemoryLimit,
        "output" => SandboxOutcome.OutputLimit,
        _ => null,
    };
}

/// <summary>Body of <c>POST executions</c>.</summary>
internal sealed record ExecutionRequest(string CodeInputType, string ExecutionType, string Code, int TimeoutInSeconds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(ExecutionRequest))]
internal sealed partial class SessionJson : JsonSerializerContext;
