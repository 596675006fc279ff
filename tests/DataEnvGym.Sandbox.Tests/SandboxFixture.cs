using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Sandbox.Tests;

/// <summary>A pool for tests. Where bubblewrap is missing they skip and say how to install it; in continuous integration they fail.</summary>
public sealed class SandboxFixture : IAsyncLifetime, IAsyncDisposable
{
    private readonly BubblewrapSandbox sandbox = new(new() { Workers = 2 });
    private SandboxUnavailableException? missing;

    /// <summary>The pool.</summary>
    public BubblewrapSandbox Sandbox
    {
        get
        {
            Skip.If(missing is not null, missing?.Message);
            return sandbox;
        }
    }

    public async Task InitializeAsync()
    {
        try
        {
            await sandbox.DescribeAsync(CancellationToken.None);
        }
        catch (SandboxUnavailableException error) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            missing = error;
        }
    }

    ValueTask IAsyncDisposable.DisposeAsync() => sandbox.DisposeAsync();

    public Task DisposeAsync() => sandbox.DisposeAsync().AsTask();
}
