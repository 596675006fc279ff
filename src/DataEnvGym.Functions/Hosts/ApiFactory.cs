using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;
using DataEnvGym.Hosting.Api;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Hosting.Curricula;
using DataEnvGym.Jobs.Posting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Functions.Hosts;

/// <summary>Makes what needs a Durable client, which a trigger is given anew each time.</summary>
/// <param name="files">What runs have stored.</param>
/// <param name="stores">The same, by reference.</param>
/// <param name="control">The control documents.</param>
/// <param name="jobs">The jobs of runs.</param>
/// <param name="options">The settings of the API.</param>
/// <param name="time">The clock.</param>
/// <param name="logs">Take what goes wrong.</param>
public sealed class ApiFactory(IRunFiles files, IArtifactStores stores, IDocumentStore control, RunJobs jobs, ApiOptions options, TimeProvider time, ILoggerFactory logs)
{
    /// <summary>The engine.</summary>
    public IEpisodeHost Host(DurableTaskClient client) => new DurableEpisodeHost(client, jobs);

    /// <summary>The HTTP API of episodes.</summary>
    public EpisodeApi Episodes(DurableTaskClient client) => new(Host(client), files, stores, control, options, time, logs.CreateLogger<EpisodeApi>());

    /// <summary>The curricula.</summary>
    public CurriculumService Curricula(DurableTaskClient client) => new(control, new DurableEpisodeHost(client, jobs), time);

    /// <summary>The HTTP API of curricula.</summary>
    public CurriculumApi CurriculumRoutes(DurableTaskClient client) => new(Curricula(client), options, time, logs.CreateLogger<CurriculumApi>());
}
