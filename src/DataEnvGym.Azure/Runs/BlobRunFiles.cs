using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Runs;

/// <summary>What runs have stored in blobs, by name.</summary>
/// <param name="runs">The runs.</param>
public sealed class BlobRunFiles(BlobRuns runs) : IRunFiles
{
}
