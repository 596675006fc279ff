using DataEnvGym.Core.Curricula.Activities;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Curricula;

/// <summary>Tells an engine all that curricula need beside what <see cref="EpisodeRegistration"/> tells it.</summary>
public static class CurriculumRegistration
{
    /// <summary>Adds the workflow and activities of curricula.</summary>
    /// <param name="registry">The engine's.</param>
    /// <param name="services">Those of the run's episode.</param>
    /// <param name="documents">Where curricula are written down.</param>
    public static void AddCurricula(this IWorkflowRegistry registry, EpisodeServices services, IDocumentStore documents)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var book = new CurriculumBook(documents);
        registry.AddWorkflow(CurriculumNames.Run, () => new CurriculumWorkflow());
        registry.AddActivity(CurriculumNames.Open, () => new OpenActivity(book));
        registry.AddActivity(CurriculumNames.Gate, () => new GateActivity(services));
        registry.AddActivity(CurriculumNames.Close, () => new CloseActivity(book));
    }
}
