using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>What the activities of an episode work with. A host puts it together once.</summary>
/// <param name="Artifacts">Where the run keeps everything.</param>
/// <param name="OtherRuns">The artefacts of other runs, for a base that comes from one of them.</param>
/// <param name="Jobs">Gets student work done.</param>
/// <param name="BaseCorpus">What students were trained on before.</param>
/// <param name="OpenTask">Finds a task.</param>
/// <param name="TeacherEngine">Makes the engine that lets a teacher write, for a spec and a seed.</param>
/// <param name="SkillDiscovery">Makes the discovery that asks a teacher, for a spec and a seed.</param>
/// <param name="Advisor">Makes the advisor that asks a teacher how to share a budget out, for a spec and a seed.</param>
/// <param name="CurveRenderer">Draws the learning curve.</param>
public sealed record EpisodeServices(
    IArtifactStore Artifacts,
    IArtifactStores OtherRuns,
    IJobDispatcher Jobs,
    IBaseCorpus BaseCorpus,
    Func<TaskSpec, ITask> OpenTask,
    Func<TeacherSpec, ulong, IDataEngine> TeacherEngine,
    Func<TeacherSpec, ulong, ISkillDiscovery> SkillDiscovery,
    Func<TeacherSpec, ulong, IAdvisor> Advisor,
    ICurveRenderer CurveRenderer)
{
    /// <summary>Makes the judge that verifies examples, for a spec and a seed.</summary>
    public Func<TeacherSpec, ulong, IJudge> Judge { get; init; } = (_, _) => throw Missing("verifies examples");

    /// <summary>Makes the proposer that asks a teacher for subskills, for a spec and a seed. Only skill trees need it.</summary>
    public Func<TeacherSpec, ulong, ISubskillProposer> SubskillProposer { get; init; } = (_, _) => throw Missing("proposes subskills");

    /// <summary>Makes the assigner that asks a teacher which skill items ask for, for a spec and a seed. Skill trees need it, and a taxonomy from a file that lacks items.</summary>
    public Func<TeacherSpec, ulong, IItemAssigner> ItemAssigner { get; init; } = (_, _) => throw Missing("assigns items");

    /// <summary>Makes the advisor that asks a teacher what to do to a skill tree, for a spec and a seed. Only the tree policy <c>teacher</c> needs it.</summary>
    public Func<TeacherSpec, ulong, ITreeAdvisor> TreeAdvisor { get; init; } = (_, _) => throw Missing("advises on skill trees");

    /// <summary>Reads a taxonomy that a spec names as a file; refuses where specs come from elsewhere.</summary>
    public Func<string, CancellationToken, Task<Taxonomy>> ReadTaxonomy { get; init; } =
        (file, _) => throw new TaxonomyException($"skills.file: \"{file}\" is a file, and none are read here; set skills.source to \"discovered\".");

    /// <summary>Reads a file of examples that a spec names.</summary>
    public Func<string, CancellationToken, Task<IReadOnlyList<Example>>> ReadExamples { get; init; } =
        (file, _) => throw new TaskDataException($"agent.data: \"{file}\" is a file, and none are read here; leave it out.");

    private static PermanentException Missing(string what) => new($"This host was put together without a teacher that {what}; give its episode services one.");
}
