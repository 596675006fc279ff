using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Sandbox;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>Whether generated programs can be run here.</summary>
internal static class Sandboxes
{
    /// <summary>Skips the test where there is no sandbox; the message says how to install one. In CI it fails.</summary>
    public static async Task RequireAsync()
    {
        await using var sandbox = new BubblewrapSandbox(new() { Workers = 1 });
        try
        {
            await sandbox.DescribeAsync(default);
        }
        catch (SandboxUnavailableException error) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            throw new SkipException(error.Message);
        }
    }
}
