using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Functions.Engine;
using Microsoft.Azure.Functions.Worker;

namespace DataEnvGym.Functions;

/// <summary>The activities of episodes and curricula. Each takes the run and its input, and returns its result or its error, as JSON.</summary>
/// <param name="activities">Does the work.</param>
public sealed class Activities(ActivityRunner activities)
{
    /// <summary>See <see cref="EpisodeNames.Import"/>.</summary>
    [Function("import")]
    public Task<string> Import([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Import.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Prompts"/>.</summary>
    [Function("prompts")]
    public Task<string> Prompts([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Prompts.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Grade"/>.</summary>
    [Function("grade")]
    public Task<string> Grade([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Grade.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.DiscoverSkills"/>.</summary>
    [Function("discover-skills")]
    public Task<string> DiscoverSkills([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.DiscoverSkills.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Pool"/>.</summary>
    [Function("pool")]
    public Task<string> Pool([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Pool.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Observe"/>.</summary>
    [Function("observe")]
    public Task<string> Observe([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Observe.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Plan"/>.</summary>
    [Function("plan")]
    public Task<string> Plan([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Plan.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Generate"/>.</summary>
    [Function("generate")]
    public Task<string> Generate([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Generate.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Verify"/>.</summary>
    [Function("verify")]
    public Task<string> Verify([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Verify.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Ask"/>.</summary>
    [Function("ask")]
    public Task<string> Ask([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Ask.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Curate"/>.</summary>
    [Function("curate")]
    public Task<string> Curate([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Curate.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Review"/>.</summary>
    [Function("review")]
    public Task<string> Review([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Review.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Compose"/>.</summary>
    [Function("compose")]
    public Task<string> Compose([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Compose.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Gain"/>.</summary>
    [Function("gain")]
    public Task<string> Gain([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Gain.Name, call, cancellationToken);

    /// <summary>See <see cref="EpisodeNames.Report"/>.</summary>
    [Function("report")]
    public Task<string> Report([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(EpisodeNames.Report.Name, call, cancellationToken);

    /// <summary>See <see cref="JobNames.Start"/>.</summary>
    [Function("start-job")]
    public Task<string> StartJob([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(JobNames.Start.Name, call, cancellationToken);

    /// <summary>See <see cref="JobNames.Check"/>.</summary>
    [Function("check-job")]
    public Task<string> CheckJob([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(JobNames.Check.Name, call, cancellationToken);

    /// <summary>See <see cref="JobNames.Cancel"/>.</summary>
    [Function("cancel-job")]
    public Task<string> CancelJob([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(JobNames.Cancel.Name, call, cancellationToken);

    /// <summary>See <see cref="CurriculumNames.Open"/>.</summary>
    [Function("open-curriculum-run")]
    public Task<string> OpenCurriculumRun([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(CurriculumNames.Open.Name, call, cancellationToken);

    /// <summary>See <see cref="CurriculumNames.Gate"/>.</summary>
    [Function("curriculum-gate")]
    public Task<string> CurriculumGate([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(CurriculumNames.Gate.Name, call, cancellationToken);

    /// <summary>See <see cref="CurriculumNames.Close"/>.</summary>
    [Function("close-curriculum-run")]
    public Task<string> CloseCurriculumRun([ActivityTrigger] string call, CancellationToken cancellationToken) =>
        activities.RunAsync(CurriculumNames.Close.Name, call, cancellationToken);
}
