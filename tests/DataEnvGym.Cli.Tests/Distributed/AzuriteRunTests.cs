using DataEnvGym.Azure.Azurite;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Distributed;

/// <summary>Runs whose parts are apart: blobs, queues and worker processes. They must end as runs in one process do.</summary>
public sealed class AzuriteRunTests(UndisturbedRun undisturbed) : IClassFixture<UndisturbedRun>, IDisposable
{
    private static readonly string[] OverAzurite = ["--store", "azurite", "--workers", "2"];
    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    [SkippableFact]
    public async Task Run_OverAzurite_EndsAsInOneProcess()
    {
        RequireNode();

        var result = (await workplace.RunAsync(["run", "episode.json", "--out", "out", .. OverAzurite, .. Workplace.Tiny])).ShouldBe(0);

        RunOutcome.Of(workplace.PathOf("out")).ShouldBe(undisturbed.Outcome);
        var logs = new WorkerLogs(workplace.PathOf("out")).Text;
        logs.ShouldContain("Began train");
        (result.Out + result.Error + logs).ShouldNotContain("AccountKey");
    }

    // Enough epochs that the kill comes before the end of the training.
    [SkippableFact]
    public async Task Worker_KilledInTraining_AnotherGoesOnAndTheRunEndsAsInOneProcess()
    {
        RequireNode();
        string[] settings = [.. Workplace.Tiny, "--set", "training.epochs=16", "--set", "stop.iterations=1"];
        (await workplace.RunAsync(["run", "episode.json", "--out", "local", .. settings])).ShouldBe(0);
        using var process = workplace.Start(["run", "episode.json", "--out", "out", .. OverAzurite, .. settings]);
        var logs = new WorkerLogs(workplace.PathOf("out"));
        using (var worker = await logs.SeeBeginAsync("train"))
        {
            worker.Kill();
        }

        (await process.EndAsync()).Code.ShouldBe(0);

        RunOutcome.Of(workplace.PathOf("out")).ShouldBe(RunOutcome.Of(workplace.PathOf("local")));
        logs.Text.ShouldContain("Began train, attempt 1 at job train.iteration-01", Case.Sensitive);
        logs.Text.ShouldContain("delivery 2");
    }

    [SkippableFact]
    public async Task Run_KilledAndResumed_EndsAsInOneProcess()
    {
        RequireNode();
        using (var process = workplace.Start(["run", "episode.json", "--out", "out", .. OverAzurite, .. Workplace.Tiny]))
        {
            await process.SeeAsync("iteration 1  train");
            process.Kill();
            await process.EndAsync();
        }

        (await workplace.RunAsync("resume", "out")).ShouldBe(0);

        RunOutcome.Of(workplace.PathOf("out")).ShouldBe(undisturbed.Outcome);
    }

    [Theory]
    [InlineData("--store azurit", "--store azurit is none of files, azurite or account:NAME")]
    [InlineData("--workers 2", "add --store azurite")]
    [InlineData("--store azurite --workers 0", "choose --workers of at least 1")]
    [InlineData("--store account:", "is none of")]
    public async Task Run_StoreAndWorkersThatDoNotFit_SaysWhatToDo(string options, string message) =>
        (await workplace.RunAsync(["run", "episode.json", .. options.Split(' ')])).ShouldBe(2).Message.ShouldContain(message);

    private static void RequireNode() =>
        Skip.If(AzuriteServer.FindNode() is null && Environment.GetEnvironmentVariable("CI") != "true", NodeMissingException.InstallHint);
}
