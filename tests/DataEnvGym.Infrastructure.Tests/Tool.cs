using System.Diagnostics;

namespace DataEnvGym.Infrastructure.Tests;

/// <summary>What a program said and how it ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Fails with the program's own words unless it ended well and said nothing.</summary>
    public void ShouldBeSilentSuccess()
    {
        (Output + Errors).ShouldBeEmpty();
        ExitCode.ShouldBe(0);
    }
}

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    public static ToolResult Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The parameter files read these: what a developer's shell holds must not change a test.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("AZURE_") || k.StartsWith("SERVICE_") || k.StartsWith("DATAENVGYM_")).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
