namespace DataEnvGym.Worker.Tests.Support;

/// <summary>The worker that is tested: this repository's, or the one that <c>DATAENVGYM_WORKER_COMMAND</c> names.</summary>
internal static class WorkerCommand
{
    /// <summary>Program and arguments.</summary>
    public static string[] Parts { get; } = Environment.GetEnvironmentVariable("DATAENVGYM_WORKER_COMMAND") is { Length: > 0 } command
        ? command.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        : Own;

    /// <summary>This repository's worker.</summary>
    public static string[] Own => ["dotnet", Path.Combine(AppContext.BaseDirectory, "dataenvgym-worker.dll")];
}
