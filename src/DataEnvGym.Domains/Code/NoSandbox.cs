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
        throw new SandboxUnavailableException("This task judges programs, and whoever opened it gave it no sandbox to run them in; open it with one.");
}
