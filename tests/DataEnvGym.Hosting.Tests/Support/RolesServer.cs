namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>A server that asks for roles.</summary>
public sealed class RolesServer : IAsyncLifetime
{
    internal ApiServer Server { get; } = new(new() { RequireRoles = true });

    public Task InitializeAsync() => Server.InitializeAsync();

    public Task DisposeAsync() => Server.DisposeAsync();
}
