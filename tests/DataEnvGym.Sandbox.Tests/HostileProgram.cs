using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Sandbox.Tests;

/// <summary>A program that means harm, and how it must end. Both stand in a file of the folder <c>Hostile</c>.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Source">Its text.</param>
/// <param name="Outcomes">How it may end.</param>
/// <param name="Output">All that it prints.</param>
/// <param name="Error">Something in its standard error.</param>
/// <param name="Early">Whether it leaves before its end.</param>
public sealed record HostileProgram(string Name, string Source, IReadOnlyList<SandboxOutcome> Outcomes, string? Output, string? Error, bool Early)
{
    public static IReadOnlyList<HostileProgram> All { get; } =
        [.. typeof(HostileProgram).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>A program that must hit a limit of time gets little of it, any other more than it can need on a busy machine.</summary>
    /// <param name="label">Name for whatever it tries to leave behind.</param>
    public SandboxRequest Request(string label)
    {
        var time = TimeSpan.FromSeconds(Outcomes.Contains(SandboxOutcome.TimeLimit) ? 1.5 : 60);
        return SandboxRequest.Of(Source) with
        {
            Arguments = [label],
            StandardInput = "one line\n",
            Limits = new() { CpuTime = time, WallTime = time, MemoryMiB = 192, WorkFolderMiB = 8, FileMiB = 4, OutputBytes = 100_000 },
        };
    }

    public void Check(SandboxResult result)
    {
        Outcomes.ShouldContain(result.Outcome, $"{Name}: {result}");
        if (Output is not null)
        {
            result.Output.Trim().ShouldBe(Output, $"{Name}: {result}");
        }

        result.Error.ShouldContain(Error ?? "", Case.Sensitive, $"{Name}: {result}");
        result.RanToEnd.ShouldBe(result.Outcome == SandboxOutcome.Exited && !Early, $"{Name}: {result}");
    }

    private static HostileProgram Read(string name)
    {
        using var reader = new StreamReader(typeof(HostileProgram).Assembly.GetManifestResourceStream(name)!);
        var source = reader.ReadToEnd();
        string? Header(string key) => source.Split('\n').FirstOrDefault(line => line.StartsWith($"# {key}", StringComparison.Ordinal))?[(key.Length + 2)..].Trim();
        return new(name, source, [.. Header("expect")!.Split(' ').Select(Enum.Parse<SandboxOutcome>)], Header("output"), Header("error"), Header("early") is not null);
    }
}
