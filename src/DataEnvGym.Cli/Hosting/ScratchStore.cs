using DataEnvGym.Core.Artifacts;
using DataEnvGym.Local.Artifacts;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Artefacts that nobody keeps, in a temporary folder.</summary>
internal sealed class ScratchStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dataenvgym-");

    public ScratchStore() => Artifacts = FileArtifactStore.Open(folder.FullName);

    public IArtifactStore Artifacts { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
