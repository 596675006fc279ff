using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Core.Tests;

/// <summary>Keeps artefacts in memory.</summary>
internal sealed class MemoryStore : IArtifactStore
{
    private readonly Dictionary<string, byte[]> content = [];

    public async Task<ArtifactRef> WriteAsync(string name, Func<Stream, CancellationToken, Task<int>> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        var count = await write(stream, cancellationToken);
        content[name] = stream.ToArray();
        return new(name, stream.Length, count, Convert.ToHexStringLower(SHA256.HashData(content[name])));
    }

    public Task<Stream> OpenReadAsync(ArtifactRef artifact, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(content[artifact.Name], writable: false));

    public Task DeleteAsync(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        content.Remove(artifact.Name);
        return Task.CompletedTask;
    }
}
