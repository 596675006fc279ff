namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>A server with one episode that has ended, made once for all tests that only read it.</summary>
public sealed class FinishedEpisode : IAsyncLifetime
{
    internal ApiServer Server { get; } = new();

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        await Server.RunAsync("done");
    }

    public Task DisposeAsync() => Server.DisposeAsync();
}
