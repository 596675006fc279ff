using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Traces;

/// <summary>Finds what verification found out about an example: the draft that it was is the one whose id is the same.</summary>
internal static class ScreeningSearch
{
    public static async Task<(Finding? Finding, ArtifactRef? File)> FindAsync(IArtifactStore artifacts, FoundExample found, CancellationToken cancellationToken)
    {
        var (made, id) = (found.Example.Provenance, found.Example.EditedFrom ?? found.Example.Id);
        foreach (var (drafts, findings) in found.Iteration.Verified)
        {
            var written = await artifacts.ReadLinesAsync(drafts, CoreJson.Default.Draft, cancellationToken);
            var lines = await artifacts.ReadLinesAsync(findings, CoreJson.Default.Finding, cancellationToken);
            var match = written.Zip(lines).FirstOrDefault(pair => ExampleId.Of(made.Episode, made.Iteration, pair.First) == id && pair.Second is { Rejection: null, Check: null });
            if (match.Second is { } finding)
            {
                return (finding, findings);
            }
        }

        return default;
    }
}
