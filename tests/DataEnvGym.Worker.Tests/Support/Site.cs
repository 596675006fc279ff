using System.Collections.Concurrent;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Azurite;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Worker.Tests.Support;

/// <summary>A storage account that all tests share, one after the other. Where Node.js is missing they skip; on continuous integration they fail.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("dataenvgym-worker-").FullName;
    private AzuriteServer? server;
    private NodeMissingException? missing;
    private int runs;
    private string? undisturbed;

    public string ConnectionString
    {
        get
        {
            Skip.If(missing is not null, missing?.Message);
            return server!.ConnectionString;
        }
    }

    /// <summary>Every secret that was given out; none may occur in what a worker says.</summary>
    internal ConcurrentBag<string> Secrets { get; } = ["Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq"];

    internal AzureStorageClients Clients => AzureStorageClients.Connect(new() { ConnectionString = ConnectionString });

    internal BlobDocumentStore Documents => new(Clients, StorageNames.Jobs);

    internal BlobArtifactStores Artifacts => new(Clients);

    internal StorageQueue Tickets => new(Clients, StorageNames.JobQueue);

    internal StorageQueue Poison => new(Clients, StorageNames.PoisonQueue);

    internal StorageQueue Results => new(Clients, StorageNames.ResultQueue);

    internal string NewRun() => $"conformance-{Interlocked.Increment(ref runs)}";

    internal string NewNonce()
    {
        var nonce = JobNonce.New();
        Secrets.Add(nonce);
        return nonce;
    }

    /// <summary>Hash of the weights that <see cref="Scene.LongTrainingAsync"/> ends with when nothing happens to it.</summary>
    internal async Task<string> UndisturbedAsync()
    {
        if (undisturbed is null)
        {
            await using var scene = new Scene(this);
            scene.StartWorker();
            undisturbed = await scene.FinishTrainingAsync(await scene.LongTrainingAsync());
        }

        return undisturbed;
    }

    public async Task InitializeAsync()
    {
        try
        {
            server = await AzuriteServer.StartAsync(new(folder), TimeProvider.System, CancellationToken.None);
        }
        catch (NodeMissingException error) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            missing = error;
        }
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<Site>
{
    public const string Name = "Storage account";
}
