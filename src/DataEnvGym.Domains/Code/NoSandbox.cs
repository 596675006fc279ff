using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Domains.Code;

/// <summary>Stands where nobody gave a sandbox, so that no program is ever run without one.</summary>
internal sealed class NoSandbox : ISandbox
{
    private NoSandbox()
    {
    }

    public static NoSandbox Instance { get; } = new();

    public Task<SandboxResult> RunAsync(SandboxRequest request, CancellationToken cancellationToken) =>
        throw new SandboxUnavailableException("This task judges programs, and there is no sandbox here to run them in; see docs/sandbox.md for how to set one up.");
}
