using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Azurite;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Azure.Runs;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Platforms;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting.Sites;

/// <summary>Artefacts in Azure Storage, or in its emulator on this machine, and student work done by worker processes that read a queue.</summary>
internal sealed class DistributedSite : IWorkSite
{
    // Someone sits before the screen, and a look at a local emulator costs nothing.
    private static readonly JobPatience Patience = new(
        CheckEvery: TimeSpan.FromSeconds(2), StartWithin: null, StaleAfter: TimeSpan.FromMinutes(2), Deadline: TimeSpan.FromDays(1), MaxAttempts: 5,
        RetryDelay: TimeSpan.FromSeconds(1));

    private readonly RunFolder folder;
    private readonly string run;
    private readonly AzuriteServer? azurite;
    private readonly WorkerCrew crew;
    private readonly Func<Func<JobArrival, CancellationToken, Task>, ResultListener>? listen;
    private readonly Action<string> warn;
    private readonly AzureStorageClients clients;

    private DistributedSite(RunFolder folder, SiteChoice choice, AzuriteServer? azurite, AzureStorageOptions options, Action<string> warn, TimeProvider time)
    {
        (this.folder, this.azurite, this.warn, run) = (folder, azurite, warn, choice.Run!);
        clients = AzureStorageClients.Connect(options);
        OtherRuns = new BlobArtifactStores(clients);
        Artifacts = OtherRuns.Open(run);
        var documents = new BlobDocumentStore(clients, StorageNames.Jobs);
        Jobs = new RemoteDispatcher(run, documents, new QueuePlatform(new StorageQueue(clients, StorageNames.JobQueue), Patience), time, JobNonce.New);

        // Messages on an account that others use may be for them; there, looking every few seconds has to do.
        listen = azurite is null
            ? null
            : raise => new ResultListener(new StorageQueue(clients, StorageNames.ResultQueue), new JobInbox(documents), raise, warn, time);
        crew = new WorkerCrew(choice.Workers, WorkerSettings(options), Path.Combine(folder.FullPath, "workers"), warn, time);
    }

    public IArtifactStore Artifacts { get; }

    public IArtifactStores OtherRuns { get; }

    public IJobDispatcher Jobs { get; }

    /// <summary>Opens the store and starts the workers.</summary>
    /// <exception cref="AzuriteException">The emulator cannot be installed or started.</exception>
    /// <exception cref="AzureStorageException">The account cannot be used.</exception>
    public static async Task<IWorkSite> OpenAsync(RunFolder folder, SiteChoice choice, Action<string> warn, TimeProvider time, CancellationToken cancellationToken)
    {
        var azurite = choice.Account is null
            ? await AzuriteServer.StartAsync(new(Path.Combine(folder.FullPath, "azurite")), time, cancellationToken)
            : null;
        try
        {
            var options = azurite is null ? new AzureStorageOptions { AccountName = choice.Account } : new() { ConnectionString = azurite.ConnectionString };
            return new DistributedSite(folder, choice, azurite, options, warn, time);
        }
        catch when (azurite is not null)
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    public async Task ServeAsync(LocalEngine engine, CancellationToken cancellationToken)
    {
        if (listen?.Invoke((arrival, _) => engine.RaiseEventAsync(arrival.InstanceId, arrival.Event, arrival.Payload)) is not { } listener)
        {
            return;
        }

        try
        {
            await listener.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            warn($"the workers' messages cannot be read, so that each wait may take up to {Patience.CheckEvery.TotalSeconds:0} s longer: {error.Message}");
        }
    }

    public Task CollectAsync(CancellationToken cancellationToken) => new BlobRuns(clients).MirrorAsync(run, folder.Artifacts, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await crew.DisposeAsync();
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }

    private static Dictionary<string, string> WorkerSettings(AzureStorageOptions options) => new()
    {
        [Variable(AzureStorageOptions.ConnectionStringSetting)] = options.ConnectionString ?? "",
        [Variable(AzureStorageOptions.AccountNameSetting)] = options.AccountName ?? "",

        // A worker that dies is noticed after this: short, because they run on this machine.
        ["Worker__VisibilitySeconds"] = "15",
        ["Worker__HeartbeatSeconds"] = "1",
        ["Worker__SaveSeconds"] = "5",
        ["Worker__LongestWaitSeconds"] = "0.5",
        ["Worker__HealthPort"] = "0",

        // Only jobs of one's own user may name files of this machine; in an account they may be anybody's.
        ["Worker__AllowFiles"] = options.ConnectionString is null ? "false" : "true",
    };

    // A colon cannot stand in the name of an environment variable.
    private static string Variable(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);
}
