using System.Diagnostics;
using System.Text;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Azurite;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Azure.Tests.Artifacts;

namespace DataEnvGym.Azure.Tests.Azurite;

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteServerTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public async Task Server_StartedAgainOnItsFolder_HasWhatItHad()
    {
        RequireNode();
        await using var first = await StartAsync(new(folder.FullPath));
        var clients = Connect(first);
        var artifact = await new BlobArtifactStores(clients).Open("run-1").WriteTextAsync("a", "hello");
        await new BlobDocumentStore(clients, "jobs").PutAsync("a.json", "{}"u8.ToArray(), CancellationToken.None);
        await new StorageQueue(clients, "student-jobs").SendAsync(Encoding.UTF8.GetBytes("message"), CancellationToken.None);
        using var process = Process.GetProcessById(first.ProcessId);
        await first.DisposeAsync();
        process.HasExited.ShouldBeTrue();

        await using var second = await StartAsync(new(folder.FullPath));
        clients = Connect(second);
        (await new BlobArtifactStores(clients).Open("run-1").ReadTextAsync(artifact)).ShouldBe("hello");
        (await new BlobDocumentStore(clients, "jobs").FindAsync("a.json", CancellationToken.None)).ShouldNotBeNull();
        Encoding.UTF8.GetString((await new StorageQueue(clients, "student-jobs").ReceiveAsync(TimeSpan.FromMinutes(1), CancellationToken.None))!.Body.Span).ShouldBe("message");
    }

    // The end of its input is what it sees of a parent that was killed: the system closes the pipe, whatever the parent had in mind.
    [SkippableFact]
    public async Task Server_WhoseParentIsKilled_Ends()
    {
        RequireNode();
        Skip.IfNot(OperatingSystem.IsLinux(), "kills by a shell");
        var command = AzuriteServer.Command(await EntryAsync(), new(folder.FullPath));
        // The shell and the sleeping process hold the pipe, as a program that uses Azurite does.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "sleep 600 | exec \"$@\"", "sh", "node", .. command.ArgumentList]) { RedirectStandardOutput = true };
        using var shell = Process.Start(start)!;
        try
        {
            (await AzuriteServer.EndpointsAsync(shell, CancellationToken.None)).Count.ShouldBe(3);
            KillChild(shell.Id, "sleep");

            await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
            shell.ExitCode.ShouldBe(0);
        }
        finally
        {
            shell.Kill(entireProcessTree: true);
        }
    }

    [SkippableFact]
    public async Task Server_OnAPortThatIsTaken_SaysSo()
    {
        var taken = new Uri(azurite.ConnectionString.Split("BlobEndpoint=")[1].Split(';')[0]).Port;

        (await Should.ThrowAsync<AzuriteException>(() => StartAsync(new(folder.FullPath) { BlobPort = taken }))).Message.ShouldContain("EADDRINUSE");
    }

    [SkippableFact]
    public async Task Server_OnAGivenPort_IsThere()
    {
        RequireNode();
        int port;
        using (var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0))
        {
            probe.Start();
            port = ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
        }

        await using var server = await StartAsync(new(folder.FullPath) { QueuePort = port });

        server.ConnectionString.ShouldContain($"QueueEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");
    }

    [SkippableFact]
    public async Task Start_ThatIsCancelled_LeavesNoProcess()
    {
        RequireNode();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => AzuriteServer.StartAsync(new(folder.FullPath), TimeProvider.System, stop.Token));
    }

    [Fact]
    public void NodeMissing_AsAnError_SaysHowToInstallIt()
    {
        var error = Should.Throw<NodeMissingException>(() => AzuriteInstallation.Start(new ProcessStartInfo("no-such-program-node"), "node"));

        error.Message.ShouldContain("apt-get install nodejs npm");
    }

    private static Task<AzuriteServer> StartAsync(AzuriteOptions options) => AzuriteServer.StartAsync(options, TimeProvider.System, CancellationToken.None);

    private static Task<string> EntryAsync() => AzuriteInstallation.EnsureAsync(AzuriteInstallation.DefaultCache, TimeProvider.System, CancellationToken.None);

    private static AzureStorageClients Connect(AzuriteServer server) => AzureStorageClients.Connect(new() { ConnectionString = server.ConnectionString });

    private void RequireNode() => _ = azurite.ConnectionString;

    private static void KillChild(int parent, string name)
    {
        using var child = Process.GetProcessesByName(name).Single(
            process => File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ')[1] == $"{parent}");
        child.Kill();
    }
}
