using System.Collections.Concurrent;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains;
using DataEnvGym.Hosting.Api.Rules;
using DataEnvGym.Reporting;
using DataEnvGym.Teachers;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Hosting;

/// <summary>Puts the parts of an episode together, the same for every engine. Knows no student: student work goes to a dispatcher.</summary>
public static class EpisodeComposition
{
    // A task is read once per process, not once per activity.
    private static readonly ConcurrentDictionary<(TaskSpec Spec, ISandbox? Sandbox), ITask> Tasks = new();

    /// <summary>The services of a run.</summary>
    /// <param name="artifacts">The run's artefacts.</param>
    /// <param name="otherRuns">Those of other runs.</param>
    /// <param name="jobs">Who gets student work done.</param>
    /// <param name="teachers">What teachers on the network need; it keeps what they answered for this run.</param>
    /// <param name="data">Where specs that came from elsewhere find their data; without it a spec's path is one of this machine.</param>
    /// <param name="sandbox">Where programs run, for tasks that judge them; without it those tasks fail.</param>
    public static EpisodeServices Services(
        IArtifactStore artifacts, IArtifactStores otherRuns, IJobDispatcher jobs, TeacherAccess teachers, DataFolder? data = null, ISandbox? sandbox = null) => new(
        artifacts,
        otherRuns,
        jobs,
        new EmbeddedBaseCorpus(),
        spec => Tasks.GetOrAdd((data is null ? spec : data.Resolve(spec), sandbox), key => TaskCatalog.Open(key.Spec, key.Sandbox)),
        (teacher, seed) => new TeacherDataEngine(Chat(TeacherRole.Writer, teacher, seed, teachers), teacher),
        (teacher, seed) => Discovery(teacher, seed, teachers),
        (teacher, seed) => new TeacherAdvisor(Chat(TeacherRole.Planner, teacher, seed, teachers)),
        new CurveRenderer())
    {
        Judge = (teacher, seed) => new TeacherJudge(Chat(TeacherRole.Judge, teacher, seed, teachers), teacher),
        SubskillProposer = (teacher, seed) => new SubskillProposer(Chat(TeacherRole.Planner, teacher, seed, teachers)),
        ItemAssigner = (teacher, seed) => Assigner(teacher, seed, teachers),
        TreeAdvisor = (teacher, seed) => new TeacherTreeAdvisor(Chat(TeacherRole.Planner, teacher, seed, teachers)),
        ReadExamples = (file, cancellationToken) => ExampleFiles.ReadAsync(data?.Resolve(file, "agent.data") ?? file, file, cancellationToken),
        ReadTaxonomy = data is null ? TaxonomyFiles.ReadAsync : (file, _) => throw new TaxonomyException($"skills.file: \"{file}\" names a file, which is not read here."),
    };

    /// <summary>Has a teacher name skills.</summary>
    /// <param name="teacher">Who is asked.</param>
    /// <param name="seed">Fixes what a teacher without a model of its own writes.</param>
    /// <param name="teachers">What teachers on the network need.</param>
    public static ISkillDiscovery Discovery(TeacherSpec teacher, ulong seed, TeacherAccess teachers) => new TeacherSkillDiscovery(Chat(TeacherRole.Labeller, teacher, seed, teachers));

    /// <summary>Has a teacher choose skills for items.</summary>
    /// <inheritdoc cref="Discovery"/>
    public static IItemAssigner Assigner(TeacherSpec teacher, ulong seed, TeacherAccess teachers) => new TeacherItemAssigner(Chat(TeacherRole.Labeller, teacher, seed, teachers));

    private static StructuredChat Chat(TeacherRole role, TeacherSpec teacher, ulong seed, TeacherAccess teachers) =>
        new(TeacherFactory.Create(teacher, seed, teachers), teacher) { Role = role };
}
