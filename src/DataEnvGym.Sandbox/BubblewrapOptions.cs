namespace DataEnvGym.Sandbox;

/// <summary>How many sandboxes are kept warm, and where their programs lie.</summary>
public sealed record BubblewrapOptions
{
    /// <summary>Programs that run at the same time, at least 1; by default as many as there are processors. Each has a sandbox of its own.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Programs after which a sandbox is replaced by a new one, at least 1; with 1 each has a new one.</summary>
    public int RunsPerWorker { get; init; } = 500;

    /// <summary>The program <c>bwrap</c>; by default it is looked for in the system's folders.</summary>
    public string? BubblewrapPath { get; init; }

    /// <summary>The program <c>python3</c>, of the system or under <c>/usr/local</c>; by default it is looked for there.</summary>
    public string? PythonPath { get; init; }
}
