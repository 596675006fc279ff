using System.ClientModel;
using DataEnvGym.Azure;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.ContainerApps;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Azure.Runs;
using DataEnvGym.Azure.Sandboxes;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Functions.Engine;
using DataEnvGym.Functions.Hosts;
using DataEnvGym.Hosting;
using DataEnvGym.Hosting.Api;
using DataEnvGym.Hosting.Upkeep;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Platforms;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Teachers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Functions;

/// <summary>Puts the app together from its settings.</summary>
internal static class ServiceRegistration
{
    private const string PlatformSetting = "Jobs:Platform";
    private const string WorkerSetting = "Jobs:Process:Worker";
    private const string SandboxSetting = "Sandbox:Pool";

    /// <summary>Adds what triggers and activities work with.</summary>
    public static IServiceCollection AddEpisodes(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => AzureStorageClients.Connect(AzureStorageOptions.Read(name => settings[name])));
        services.AddSingleton(_ => EntraTokens.Of(settings[AzureStorageOptions.ClientIdSetting]));
        services.AddSingleton<IArtifactStores, BlobArtifactStores>();
        services.AddSingleton<IRunFiles, BlobRuns>();
        services.AddSingleton<IDocumentStore>(provider => new BlobDocumentStore(provider.GetRequiredService<AzureStorageClients>(), StorageNames.Control));
        services.AddSingleton(provider => new RunJobs(JobDocuments(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new JobInbox(JobDocuments(provider)));
        services.AddSingleton(provider => Platform(provider, settings));
        services.AddSingleton(ApiOptions.Read(settings));
        services.AddSingleton(UpkeepOptions.Read(settings));
        services.AddSingleton<ApiFactory>();
        if (settings[SandboxSetting] is { Length: > 0 } pool)
        {
            services.AddSingleton<ISandbox>(_ => DynamicSessionsSandbox.ByIdentity(new Uri(pool), settings[AzureStorageOptions.ClientIdSetting]));
        }

        services.AddSingleton(provider => new ActivityRunner(
            (run, registry) => AddRun(provider, run, registry), provider.GetRequiredService<ILogger<ActivityRunner>>()));
        return services;
    }

    private static void AddRun(IServiceProvider provider, string run, IWorkflowRegistry registry)
    {
        var stores = provider.GetRequiredService<IArtifactStores>();
        var jobs = new RemoteDispatcher(
            run, JobDocuments(provider), provider.GetRequiredService<IJobPlatform>(), provider.GetRequiredService<TimeProvider>(), JobNonce.New);

        // Under the run's name, so that they are deleted with it.
        var teachers = new TeacherAccess(JobDocuments(provider), $"{run}/answers/") { Entra = provider.GetRequiredService<AuthenticationTokenProvider>(), Time = provider.GetRequiredService<TimeProvider>() };
        var services = EpisodeComposition.Services(stores.Open(run), stores, jobs, teachers, provider.GetRequiredService<ApiOptions>().Data, provider.GetService<ISandbox>());
        registry.AddEpisodes(services);
        registry.AddCurricula(services, provider.GetRequiredService<IDocumentStore>());
    }

    private static BlobDocumentStore JobDocuments(IServiceProvider provider) => new(provider.GetRequiredService<AzureStorageClients>(), StorageNames.Jobs);

    private static IJobPlatform Platform(IServiceProvider provider, IConfiguration settings)
    {
        var clients = provider.GetRequiredService<AzureStorageClients>();
        return settings[PlatformSetting] switch
        {
            null or "" or "queue" => new QueuePlatform(new StorageQueue(clients, StorageNames.JobQueue)),
            "container-apps" => new ContainerAppsPlatform(ContainerAppsOptions.Read(name => settings[name]), clients, provider.GetRequiredService<TimeProvider>()),
            "process" => new ProcessPlatform(Processes(provider, settings), provider.GetRequiredService<TimeProvider>()),
            var other => throw new InvalidOperationException($"The setting {PlatformSetting} is '{other}'; set it to queue, container-apps or process."),
        };
    }

    // For an app on a developer's machine: no worker has to be started beside it.
    private static ProcessPlatformOptions Processes(IServiceProvider provider, IConfiguration settings)
    {
        var worker = settings[WorkerSetting];
        if (string.IsNullOrEmpty(worker) || !File.Exists(worker))
        {
            throw new InvalidOperationException($"The setting {WorkerSetting} is '{worker}'; set it to the path of dataenvgym-worker.dll.");
        }

        var documents = JobDocuments(provider);
        return new()
        {
            FileName = "dotnet",
            Arguments = [worker],
            Environment = new Dictionary<string, string>
            {
                ["Storage__ConnectionString"] = settings[AzureStorageOptions.ConnectionStringSetting] ?? "",
                ["Storage__AccountName"] = settings[AzureStorageOptions.AccountNameSetting] ?? "",
                ["Worker__HealthPort"] = "0",
            },
            TicketUri = documents.UriOf,
        };
    }
}
