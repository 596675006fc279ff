using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Azure.Artifacts;

/// <summary>The artefacts of all runs, as blobs <c>{run}/{artefact name}</c> of the container <see cref="StorageNames.Artifacts"/>.</summary>
/// <param name="clients">The storage account.</param>
public sealed class BlobArtifactStores(AzureStorageClients clients) : IArtifactStores
{
    private readonly BlobContainer container = new(clients, StorageNames.Artifacts);

    /// <inheritdoc/>
    public IArtifactStore Open(string run) => RunId.TryParse(run, out var id)
        ? new BlobArtifactStore(container, id)
        : throw new ArtifactException($"'{run}' is no run id.");
}
