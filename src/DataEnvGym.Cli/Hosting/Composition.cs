using System.Collections.Concurrent;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains;
using DataEnvGym.Reporting;
using DataEnvGym.Students;
using DataEnvGym.Teachers;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Puts the parts together: the one place that knows them all.</summary>
internal static class Composition
{
    public static EpisodeServices Services(IArtifactStore artifacts)
    {
        // A task is read once per process, not once per activity.
        var tasks = new ConcurrentDictionary<TaskSpec, ITask>();
        return new(
            artifacts,
            new EmbeddedStudentLab(TimeProvider.System),
            new EmbeddedBaseCorpus(),
            spec => tasks.GetOrAdd(spec, TaskCatalog.Open),
            (teacher, seed) => new TeacherDataEngine(Chat(teacher, seed), teacher),
            (teacher, seed) => new TeacherSkillDiscovery(Chat(teacher, seed)),
            new CurveRenderer());
    }

    private static StructuredChat Chat(TeacherSpec teacher, ulong seed) => new(TeacherFactory.Create(teacher, seed), teacher);
}
