using System.Text;
using DataEnvGym.Azure.ContainerApps;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Azure.Tests.ContainerApps;

/// <summary>The platform under test, against the stand-in.</summary>
public abstract class ContainerAppsHarness : IAsyncLifetime
{
    protected const string Nonce = "nonce-canary-5f2c";

    private protected ArmStandIn Arm { get; private set; } = null!;

    private protected FixedCredential Credential { get; } = new();

    private protected TestClock Clock { get; } = new();

    private protected ContainerAppsPlatform Platform { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Arm = await ArmStandIn.StartAsync();
        Platform = NewPlatform();
    }

    public async Task DisposeAsync() => await Arm.DisposeAsync();

    private protected ContainerAppsPlatform NewPlatform() => new(
        new("11111111-2222-3333-4444-555555555555", "rg-lab", "student") { Endpoint = Arm.Endpoint },
        AzureStorageClients.ConnectByIdentity("lab", Credential, null),
        Clock,
        Arm.Transport);

    private protected static JobLaunch Launch(int attempt = 2) =>
        new("run-1", "train.a", attempt, $"run-1/train.a/attempt-{attempt}/ticket.json", Encoding.UTF8.GetBytes($"{{\"nonce\":\"{Nonce}\"}}"));

    private protected Task<string?> StartAsync(int attempt = 2) => Platform.StartAsync(Launch(attempt), CancellationToken.None);

    private protected Task<PlatformStatus> StatusAsync(string? handle) => Platform.GetStatusAsync(handle, CancellationToken.None);

    private protected List<string> Asked() => [.. Arm.Calls.Select(call => call.ToString())];

    /// <summary>Answers the requests whose text begins so.</summary>
    private protected void On(string request, Func<ArmCall, ArmReply?> answer) =>
        Arm.Script = call => call.ToString().StartsWith(request, StringComparison.Ordinal) ? answer(call) : null;
}
