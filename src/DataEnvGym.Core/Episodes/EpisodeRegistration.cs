using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Jobs;
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
        registry.AddJobs(services.Jobs);
        registry.AddActivity(EpisodeNames.Import, () => new ImportActivity(services));
        registry.AddActivity(EpisodeNames.Prompts, () => new PromptsActivity(services));
        registry.AddActivity(EpisodeNames.Grade, () => new GradeActivity(services));
        registry.AddActivity(EpisodeNames.DiscoverSkills, () => new TeacherActivity<DiscoverInput, DiscoverOutput>(new DiscoverSkillsActivity(services)));
        registry.AddActivity(EpisodeNames.Pool, () => new PoolActivity(services));
        registry.AddActivity(EpisodeNames.Observe, () => new ObserveActivity(services));
        registry.AddActivity(EpisodeNames.Plan, () => new TeacherActivity<PlanInput, PlanOutput>(new PlanActivity(services)));
        registry.AddActivity(EpisodeNames.Generate, () => new TeacherActivity<GenerateInput, GenerateOutput>(new GenerateActivity(services)));
        registry.AddActivity(EpisodeNames.Verify, () => new TeacherActivity<VerifyInput, VerifyOutput>(new VerifyActivity(services)));
        registry.AddActivity(EpisodeNames.Ask, () => new AskActivity(services));
        registry.AddActivity(EpisodeNames.Curate, () => new CurateActivity(services));
        registry.AddActivity(EpisodeNames.Review, () => new ReviewActivity(services));
        registry.AddActivity(EpisodeNames.Compose, () => new ComposeActivity(services));
        registry.AddActivity(EpisodeNames.Gain, () => new GainActivity(services));
        registry.AddActivity(EpisodeNames.Report, () => new ReportActivity(services));
    }
}
