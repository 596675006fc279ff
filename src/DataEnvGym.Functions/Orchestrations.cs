using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Functions.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DataEnvGym.Functions;

/// <summary>The workflows of episodes as orchestrations.</summary>
public static class Orchestrations
{
    /// <summary>See <see cref="EpisodeNames.Episode"/>.</summary>
    [Function("episode")]
    public static Task<string> Episode([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurableWorkflow.RunAsync(context, EpisodeNames.Episode, new EpisodeWorkflow());

    /// <summary>See <see cref="EpisodeNames.Iteration"/>.</summary>
    [Function("iteration")]
    public static Task<string> Iteration([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurableWorkflow.RunAsync(context, EpisodeNames.Iteration, new IterationWorkflow());

    /// <summary>See <see cref="JobNames.Job"/>.</summary>
    [Function("student-job")]
    public static Task<string> Job([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurableWorkflow.RunAsync(context, JobNames.Job, new JobWorkflow());

    /// <summary>See <see cref="CurriculumNames.Run"/>.</summary>
    [Function("curriculum-run")]
    public static Task<string> CurriculumRun([OrchestrationTrigger] TaskOrchestrationContext context) =>
        DurableWorkflow.RunAsync(context, CurriculumNames.Run, new CurriculumWorkflow());
}
