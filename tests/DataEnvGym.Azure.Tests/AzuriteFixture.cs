using DataEnvGym.Azure.Azurite;
using DataEnvGym.Azure.Storage;

namespace DataEnvGym.Azure.Tests;

/// <summary>One Azurite for all tests that want one. Where Node.js is missing they skip; on continuous integration they fail.</summary>
public sealed class AzuriteFixture : IAsyncLifetime, IDisposable
{
    private readonly TestFolder folder = new();
    private AzuriteServer? server;
    private NodeMissingException? missing;

    public string ConnectionString
    {
        get
        {
            Skip.If(missing is not null, missing?.Message);
            return server!.ConnectionString;
        }
    }

    public AzureStorageClients Clients => AzureStorageClients.Connect(new() { ConnectionString = ConnectionString });

    public async Task InitializeAsync()
    {
        try
        {
            server = await AzuriteServer.StartAsync(new(folder.FullPath), TimeProvider.System, CancellationToken.None);
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
    }

    public void Dispose() => folder.Dispose();
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
