using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Platforms;

namespace DataEnvGym.Jobs.Tests.Platforms;

public sealed class ProcessPlatformTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dataenvgym-jobs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Start_Worker_GetsItsTicketsUriAndEnvironment()
    {
        await using var platform = Platform("printf '%s %s' \"$JOB_URI\" \"$COLOUR\" > \"$OUT\"");

        var handle = await platform.StartAsync(Launch("a"), default);

        (await EndAsync(platform, handle)).State.ShouldBe(PlatformState.Succeeded);
        File.ReadAllText(Path.Combine(folder, "out")).ShouldBe("file:///jobs/run-1/a/attempt-1/ticket.json blue");
    }

    [Fact]
    public async Task Start_WorkerThatWrites_IsHeard()
    {
        var lines = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var platform = Platform("echo to output; echo to error >&2", output: lines.Add);

        await platform.StartAsync(Launch("a"), default);

        await Support.Patiently.UntilAsync(() => lines.Count == 2);
        lines.ShouldBe(["to output", "to error"], ignoreOrder: true);
    }

    [Fact]
    public async Task GetStatus_WorkerThatFails_SaysWithWhatExitCode()
    {
        await using var platform = Platform("exit 7");

        var handle = await platform.StartAsync(Launch("a"), default);

        (await EndAsync(platform, handle)).ShouldBe(new PlatformStatus(PlatformState.Failed, "the worker process ended with exit code 7."));
    }

    [Fact]
    public async Task GetStatus_HandleOfAnotherTime_IsAWorkerThatIsGone()
    {
        await using var platform = Platform("exit 0");

        (await platform.GetStatusAsync($"{Environment.ProcessId}@12345", default)).State.ShouldBe(PlatformState.Failed);
        (await platform.GetStatusAsync("no handle", default)).State.ShouldBe(PlatformState.Unknown);
        (await platform.GetStatusAsync(null, default)).State.ShouldBe(PlatformState.Unknown);
    }

    [Fact]
    public async Task Start_SameAttemptWhileItRuns_StartsNoSecondWorker()
    {
        await using var platform = Platform("exec sleep 60", max: 5);

        var first = await platform.StartAsync(Launch("a"), default);
        var second = await platform.StartAsync(Launch("a"), default);
        var other = await platform.StartAsync(Launch("b"), default);

        second.ShouldBe(first);
        other.ShouldNotBe(first);
        (await platform.GetStatusAsync(first, default)).State.ShouldBe(PlatformState.Running);
    }

    [Fact]
    public async Task Start_AllWorkersBusy_HasNoRoomUntilOneEnds()
    {
        await using var platform = Platform("exec sleep 60");
        var first = await platform.StartAsync(Launch("a"), default);

        (await Should.ThrowAsync<JobCapacityException>(() => platform.StartAsync(Launch("b"), default))).Message.ShouldContain("All 1 workers");

        await platform.StopAsync(first, default);
        (await platform.StartAsync(Launch("b"), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Stop_WorkerThatListens_EndsByItself()
    {
        await using var platform = Platform("trap 'echo saved > \"$OUT\"; exit 0' TERM; echo > \"$OUT.ready\"; while :; do sleep 0.05; done");
        var handle = await platform.StartAsync(Launch("a"), default);
        await Support.Patiently.UntilAsync(() => File.Exists(Path.Combine(folder, "out.ready")));

        await platform.StopAsync(handle, default);

        File.ReadAllText(Path.Combine(folder, "out")).ShouldBe("saved\n");
        (await platform.GetStatusAsync(handle, default)).State.ShouldBe(PlatformState.Succeeded);
    }

    [Fact]
    public async Task Stop_WorkerThatDoesNotListen_IsKilled()
    {
        await using var platform = Platform("trap '' TERM; echo > \"$OUT.ready\"; while :; do sleep 0.05; done", grace: TimeSpan.FromSeconds(0.2));
        var handle = await platform.StartAsync(Launch("a"), default);
        await Support.Patiently.UntilAsync(() => File.Exists(Path.Combine(folder, "out.ready")));

        await platform.StopAsync(handle, default);

        (await EndAsync(platform, handle)).State.ShouldBe(PlatformState.Failed);
    }

    [Fact]
    public async Task Start_NoSuchProgram_FailsForGood()
    {
        await using var platform = new ProcessPlatform(new() { FileName = Path.Combine(folder, "no-worker"), TicketUri = name => new($"file:///jobs/{name}") }, TimeProvider.System);

        (await Should.ThrowAsync<JobException>(() => platform.StartAsync(Launch("a"), default))).Message.ShouldContain("no-worker");
    }

    private ProcessPlatform Platform(string script, int max = 1, TimeSpan? grace = null, Action<string>? output = null) => new(
        new()
        {
            FileName = "/bin/sh", Arguments = ["-c", script], TicketUri = name => new($"file:///jobs/{name}"), MaxProcesses = max,
            Grace = grace ?? TimeSpan.FromSeconds(20), Output = output,
            Environment = new Dictionary<string, string> { ["COLOUR"] = "blue", ["OUT"] = Path.Combine(folder, "out") },
        },
        TimeProvider.System);

    private static JobLaunch Launch(string job) => new("run-1", job, 1, $"run-1/{job}/attempt-1/ticket.json", "{}"u8.ToArray());

    private static async Task<PlatformStatus> EndAsync(ProcessPlatform platform, string? handle)
    {
        var status = new PlatformStatus(PlatformState.Running);
        await Support.Patiently.UntilAsync(() => (status = platform.GetStatusAsync(handle, default).Result).State != PlatformState.Running);
        return status;
    }
}
