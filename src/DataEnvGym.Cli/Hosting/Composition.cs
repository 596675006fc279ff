using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;
using DataEnvGym.Hosting;
using DataEnvGym.Students;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Puts the parts together for episodes in this process.</summary>
internal static class Composition
{
    public static IStudentLab Lab() => new EmbeddedStudentLab(TimeProvider.System);

    public static EpisodeServices Services(IArtifactStore artifacts, IArtifactStores otherRuns) =>
        EpisodeComposition.Services(artifacts, otherRuns, new InProcessDispatcher(Lab(), artifacts));
}
