using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>Tells an engine all that an episode needs.</summary>
public static class EpisodeRegistration
{
    /// <summary>Adds the workflows and activities of episodes.</summary>
    public static void AddEpisodes(this IWorkflowRegistry registry, EpisodeServices services)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddWorkflow(EpisodeNames.Episode, () => new EpisodeWorkflow());
        registry.AddWorkflow(EpisodeNames.Iteration, () => new IterationWorkflow());
        registry.AddActivity(EpisodeNames.Prepare, () => new PrepareActivity(services));
        registry.AddActivity(EpisodeNames.Examine, () => new ExamineActivity(services));
        registry.AddActivity(EpisodeNames.DiscoverSkills, () => new DiscoverSkillsActivity(services));
        registry.AddActivity(EpisodeNames.Observe, () => new ObserveActivity(services));
        registry.AddActivity(EpisodeNames.Plan, () => new PlanActivity(services));
        registry.AddActivity(EpisodeNames.Generate, () => new GenerateActivity(services));
        registry.AddActivity(EpisodeNames.Curate, () => new CurateActivity(services));
        registry.AddActivity(EpisodeNames.Train, () => new TrainActivity(services));
        registry.AddActivity(EpisodeNames.Gain, () => new GainActivity(services));
        registry.AddActivity(EpisodeNames.Report, () => new ReportActivity(services));
    }
}
