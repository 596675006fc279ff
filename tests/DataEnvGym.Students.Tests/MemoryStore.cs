using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Students.Tests;

/// <summary>Artefacts in memory, under the rules of the port.</summary>
internal sealed class MemoryStore : IArtifactStore
{
    private readonly Dictionary<string, byte[]> contents = [];

    public async Task<ArtifactRef> WriteAsync(string name, Func<Stream, CancellationToken, Task<int>> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        var count = await write(stream, cancellationToken);
        var bytes = stream.ToArray();
        if (!contents.TryAdd(name, bytes) && !contents[name].AsSpan().SequenceEqual(bytes))
        {
            throw new ArtifactException($"{name} exists with another content.");
        }

        return new ArtifactRef(name, bytes.Length, count, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public Task<Stream> OpenReadAsync(ArtifactRef artifact, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(contents[artifact.Name], writable: false));

    public Task DeleteAsync(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        contents.Remove(artifact.Name);
        return Task.CompletedTask;
    }

    public byte[] Read(string name) => contents[name];

    public bool Contains(string name) => contents.ContainsKey(name);
}
