using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>Artefacts of runs in memory. Several contents may share a name.</summary>
internal sealed class MemoryArtifacts : IArtifactStores
{
    private readonly Dictionary<(string Run, string Name, string Sha256), byte[]> content = [];

    /// <summary>Run and name of all that is there, sorted.</summary>
    public IReadOnlyList<string> Names => [.. content.Keys.Select(key => $"{key.Run}/{key.Name}").Order(StringComparer.Ordinal)];

    public IArtifactStore Open(string run) => new Store(content, run);

    private sealed class Store(Dictionary<(string Run, string Name, string Sha256), byte[]> content, string run) : IArtifactStore
    {
        public async Task<ArtifactRef> WriteAsync(string name, Func<Stream, CancellationToken, Task<int>> write, CancellationToken cancellationToken)
        {
            ArtifactName.Require(name);
            using var stream = new MemoryStream();
            var count = await write(stream, cancellationToken);
            var hash = Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
            lock (content)
            {
                content[(run, name, hash)] = stream.ToArray();
            }

            return new(name, stream.Length, count, hash);
        }

        public Task<Stream> OpenReadAsync(ArtifactRef artifact, CancellationToken cancellationToken)
        {
            lock (content)
            {
                return content.TryGetValue((run, artifact.Name, artifact.Sha256), out var bytes)
                    ? Task.FromResult<Stream>(new MemoryStream(bytes, writable: false))
                    : throw new ArtifactException($"There is no {artifact.Name}.");
            }
        }

        public Task DeleteAsync(ArtifactRef artifact, CancellationToken cancellationToken)
        {
            lock (content)
            {
                content.Remove((run, artifact.Name, artifact.Sha256));
            }

            return Task.CompletedTask;
        }
    }
}
