using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Sandbox.Tests;

/// <summary>Sandboxes are kept warm, carry nothing from one program to the next, and end.</summary>
public sealed class PoolTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [SkippableFact]
    public async Task Sandbox_UsedAgain_HasForgottenTheLastProgram()
    {
        const string Vandal = """
            import builtins, json, math, os, random, sys
            open("left.txt", "w").close()
            math.pi, json.dumps, builtins.len = 3, None, None
            random.seed(0)
            os.environ["LEFT"] = "1"
            sys.path.append("/left")
            """;
        const string Witness = """
            import json, math, os, sys
            print(os.listdir("."), math.pi > 3.1, json.dumps(len([1])), "LEFT" in os.environ, "/left" in sys.path)
            """;
        await using var sandbox = Pool(workers: 1, runs: 100);

        (await sandbox.RunAsync(SandboxRequest.Of(Vandal), default)).Outcome.ShouldBe(SandboxOutcome.Exited);
        var workers = ProcessList.With(sandbox.Label);
        var seen = await sandbox.RunAsync(SandboxRequest.Of(Witness), default);

        seen.Output.ShouldBe("['main.py'] True 1 False False\n", seen.ToString());
        ProcessList.With(sandbox.Label).ShouldBe(workers, "the same sandbox was used");
    }

    [SkippableTheory]
    [InlineData("print(1)", true)]
    [InlineData("1 / 0", true)]
    [InlineData("if", true)]
    [InlineData("import time; time.sleep(100)", false)]
    [InlineData("print('x' * 2000)", false)]
    [InlineData("import os, time\nif os.fork() == 0: time.sleep(100)", false)]
    public async Task Sandbox_AfterAProgram_IsKeptOnlyIfNothingWasAmiss(string source, bool kept)
    {
        await using var sandbox = Pool(workers: 1, runs: 100);
        await sandbox.RunAsync(SandboxRequest.Of(""), default);
        var before = ProcessList.With(sandbox.Label);

        await sandbox.RunAsync(SandboxRequest.Of(source) with { Limits = new() { WallTime = TimeSpan.FromSeconds(kept ? 60 : 1), OutputBytes = 1000 } }, default);

        ProcessList.With(sandbox.Label).Intersect(before).Any().ShouldBe(kept);
    }

    [SkippableFact]
    public async Task Sandbox_AfterItsRuns_IsReplaced()
    {
        await using var sandbox = Pool(workers: 1, runs: 2);
        await sandbox.RunAsync(SandboxRequest.Of(""), default);
        var first = ProcessList.With(sandbox.Label);
        await sandbox.RunAsync(SandboxRequest.Of(""), default);

        first.ShouldNotBeEmpty();
        ProcessList.With(sandbox.Label).ShouldBeEmpty();
        (await sandbox.RunAsync(SandboxRequest.Of("print(1)"), default)).Output.ShouldBe("1\n");
    }

    [SkippableFact]
    public async Task Program_Cancelled_IsGone()
    {
        var sandbox = Pool(workers: 1, runs: 100);
        using var stop = new CancellationTokenSource();
        var run = sandbox.RunAsync(SandboxRequest.Of("import os, time\nos.fork()\ntime.sleep(100)"), stop.Token);
        var waiting = sandbox.RunAsync(SandboxRequest.Of("print(2)"), CancellationToken.None);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        (await waiting).Output.ShouldBe("2\n");
        await sandbox.DisposeAsync();
        ProcessList.With(sandbox.Label).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Sandbox_KilledFromOutside_IsAFailureThatSaysNothingOfTheProgram()
    {
        await using var sandbox = Pool(workers: 1, runs: 100);
        await sandbox.RunAsync(SandboxRequest.Of(""), default);
        ProcessList.KillAll(sandbox.Label);

        (await sandbox.RunAsync(SandboxRequest.Of("print(1)"), default)).Outcome.ShouldBe(SandboxOutcome.SandboxFailure);
        (await sandbox.RunAsync(SandboxRequest.Of("print(1)"), default)).Output.ShouldBe("1\n");
    }

    [Fact]
    public async Task Bubblewrap_Missing_IsRefusedWithTheRemedy()
    {
        await using var sandbox = new BubblewrapSandbox(new() { BubblewrapPath = "/nowhere/bwrap" });

        var error = await Should.ThrowAsync<SandboxUnavailableException>(() => sandbox.RunAsync(SandboxRequest.Of("print(1)"), default));

        error.Message.ShouldBe("/nowhere/bwrap was not found, and programs are never run without a sandbox; install it: apt-get install bubblewrap");
    }

    [SkippableFact]
    public async Task Bubblewrap_ThatCannot_IsRefusedWithWhatItSaid()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "bubblewrap is a Linux program.");
        await using var sandbox = new BubblewrapSandbox(new() { BubblewrapPath = "/bin/false" });

        var error = await Should.ThrowAsync<SandboxUnavailableException>(() => sandbox.RunAsync(SandboxRequest.Of("print(1)"), default));

        error.Message.ShouldContain("it did not say why");
        error.Message.ShouldContain("kernel.unprivileged_userns_clone=1");
    }

    private BubblewrapSandbox Pool(int workers, int runs)
    {
        _ = fixture.Sandbox;
        return new(new() { Workers = workers, RunsPerWorker = runs });
    }
}
