using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Platforms;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Documents;
using DataEnvGym.Worker.Tests.Support;

namespace DataEnvGym.Worker.Tests.Hosting;

/// <summary>Worker processes that share a folder with who posts their jobs.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dataenvgym-worker-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Process_JobInAFolder_IsDone()
    {
        var documents = new FileDocumentStore(Path.Combine(folder, "jobs"));
        await using var platform = new ProcessPlatform(
            new()
            {
                FileName = WorkerCommand.Own[0], Arguments = [.. WorkerCommand.Own.Skip(1)],
                TicketUri = name => new($"file://{folder}/jobs/{name}"),
                Environment = new Dictionary<string, string> { ["Worker__HealthPort"] = "0", ["Worker__HeartbeatSeconds"] = "0.2" },
            },
            TimeProvider.System);
        var dispatcher = new RemoteDispatcher("run-1", documents, platform, TimeProvider.System, JobNonce.New);
        var request = new JobRequest("prepare.base", new() { Prepare = new(new()) });

        var start = await dispatcher.StartAsync(new(request, 1, "run-1:child"), new Progress<WorkProgress>(), default);
        var check = await Until.SeenAsync(
            "result",
            async () => await dispatcher.CheckAsync(new(request.Job, 1, start.Handle), new Progress<WorkProgress>(), default) is { Result: not null } seen ? seen : null);

        var checkpoint = check.Result!.Base.ShouldNotBeNull(check.Result.Error?.Message);
        await using var weights = await new FileArtifactStores(Path.Combine(folder, "runs")).Open("run-1").OpenReadAsync(checkpoint.Weights, default);
        weights.Length.ShouldBe(checkpoint.Weights.Length);
    }

    [Fact]
    public async Task Process_TicketOfAnotherPlace_IsRefused()
    {
        var documents = new FileDocumentStore(Path.Combine(folder, "jobs"));
        var queue = new QueuePlatform(new Nowhere());
        var dispatcher = new RemoteDispatcher("run-1", documents, queue, TimeProvider.System, JobNonce.New);
        var request = new JobRequest("prepare.base", new() { Prepare = new(new()) });
        await dispatcher.StartAsync(new(request, 1, "run-1:child"), new Progress<WorkProgress>(), default);
        var ticket = await documents.FindAsync("run-1/prepare.base/attempt-1/ticket.json", default);
        await documents.PutAsync("run-1/prepare.base/attempt-2/ticket.json", ticket!.Content, default);

        using var worker = WorkerProcess.Start(WorkerCommand.Own, new Dictionary<string, string>
        {
            ["Worker__HealthPort"] = "0", ["JOB_URI"] = $"file://{folder}/jobs/run-1/prepare.base/attempt-2/ticket.json",
        });

        (await worker.EndAsync()).ShouldBe(1);
        worker.Output.ShouldContain("is for attempt 1 at job prepare.base of run run-1");
        (await documents.FindAsync("run-1/prepare.base/attempt-1/result.json", default)).ShouldBeNull();
    }

    private sealed class Nowhere : Core.Messaging.IMessageQueue
    {
        public Task SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<Core.Messaging.QueueMessage?> ReceiveAsync(TimeSpan visibility, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Core.Messaging.QueueMessage?> RenewAsync(Core.Messaging.QueueMessage message, TimeSpan visibility, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task DeleteAsync(Core.Messaging.QueueMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
