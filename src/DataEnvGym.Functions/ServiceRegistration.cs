using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Functions.Engine;
using DataEnvGym.Hosting;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Platforms;
using DataEnvGym.Jobs.Posting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Functions;

/// <summary>Puts the app together from its settings.</summary>
internal static class ServiceRegistration
{
    private const string PlatformSetting = "Jobs:Platform";

    /// <summary>Adds what the activities of episodes work with.</summary>
    public static IServiceCollection AddEpisodes(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(_ => AzureStorageClients.Connect(AzureStorageOptions.Read(name => settings[name])));
        services.AddSingleton<IArtifactStores, BlobArtifactStores>();
        services.AddSingleton<IJobPlatform>(provider => settings[PlatformSetting] switch
        {
            null or "" or "queue" => new QueuePlatform(new StorageQueue(provider.GetRequiredService<AzureStorageClients>(), StorageNames.JobQueue)),
            var other => throw new InvalidOperationException($"The setting {PlatformSetting} is '{other}'; the platforms are: queue."),
        });
        services.AddSingleton(provider => new ActivityRunner(
            (run, registry) => AddRun(provider, run, registry), provider.GetRequiredService<ILogger<ActivityRunner>>()));
        return services;
    }

    private static void AddRun(IServiceProvider services, string run, IWorkflowRegistry registry)
    {
        var stores = services.GetRequiredService<IArtifactStores>();
        var documents = new BlobDocumentStore(services.GetRequiredService<AzureStorageClients>(), StorageNames.Jobs);
        var jobs = new RemoteDispatcher(run, documents, services.GetRequiredService<IJobPlatform>(), TimeProvider.System, JobNonce.New);
        registry.AddEpisodes(EpisodeComposition.Services(stores.Open(run), stores, jobs));
    }
}
