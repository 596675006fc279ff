using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Sandbox.Tests;

/// <summary>Each limit holds by itself, with the others out of the way.</summary>
public sealed class LimitTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private static readonly SandboxLimits Wide = new()
    {
        CpuTime = TimeSpan.FromSeconds(120), WallTime = TimeSpan.FromSeconds(120), MemoryMiB = 512, Processes = 32, FileMiB = 64, OpenFiles = 256, OutputBytes = 8 << 20, WorkFolderMiB = 64,
    };

    [SkippableFact]
    public async Task CpuTime_UsedUpByChildren_IsATimeLimit()
    {
        var result = await RunAsync("import os\nos.fork()\nos.fork()\nwhile True: pass", Wide with { CpuTime = TimeSpan.FromSeconds(0.5) });

        result.Outcome.ShouldBe(SandboxOutcome.TimeLimit);
        result.WallTime.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [SkippableFact]
    public async Task CpuTime_OverTheLimitAtTheEnd_IsATimeLimit()
    {
        var result = await RunAsync("import time\nwhile time.process_time() < 0.2: pass", Wide with { CpuTime = TimeSpan.FromSeconds(0.1) });

        result.Outcome.ShouldBe(SandboxOutcome.TimeLimit);
    }

    [SkippableFact]
    public async Task WallTime_SleptAway_IsATimeLimitWithWhatWasWritten()
    {
        var result = await RunAsync("import time\nprint('so far', flush=True)\ntime.sleep(100)", Wide with { WallTime = TimeSpan.FromSeconds(0.5) });

        (result.Outcome, result.Output, result.ExitCode).ShouldBe((SandboxOutcome.TimeLimit, "so far\n", null));
        result.WallTime.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.45));
    }

    [SkippableTheory]
    [InlineData(1000, 1000, SandboxOutcome.Exited, false)]
    [InlineData(1001, 1000, SandboxOutcome.OutputLimit, true)]
    [InlineData(300_000, 300_000, SandboxOutcome.Exited, false)]
    public async Task Output_AtItsLimit_IsKept(int written, int limit, SandboxOutcome outcome, bool truncated)
    {
        var result = await RunAsync($"import sys\nsys.stdout.write('x' * {written})", Wide with { OutputBytes = limit });

        (result.Outcome, result.Output.Length, result.OutputTruncated, result.ErrorTruncated).ShouldBe((outcome, Math.Min(written, limit), truncated, false));
    }

    [SkippableTheory]
    [InlineData(3)]
    [InlineData(12)]
    public async Task Processes_Counted_AreAsManyAsAllowed(int allowed)
    {
        const string Source = """
            import os, time
            count = 1
            try:
                while os.fork(): count += 1
                time.sleep(100)
            except OSError:
                print(count)
            """;

        (await RunAsync(Source, Wide with { Processes = allowed })).Output.ShouldBe($"{allowed}\n");
    }

    [SkippableTheory]
    [InlineData("print(len(bytearray(100 << 20)) >> 20)", 256, SandboxOutcome.Exited)]
    [InlineData("print(len(bytearray(300 << 20)) >> 20)", 256, SandboxOutcome.MemoryLimit)]
    public async Task Memory_OfOneProcess_IsLimited(string source, int limit, SandboxOutcome outcome) =>
        (await RunAsync(source, Wide with { MemoryMiB = limit })).Outcome.ShouldBe(outcome);

    [SkippableFact]
    public async Task Files_AndTheWorkFolder_AreLimited()
    {
        const string Source = """
            import errno, resource
            def fill(name, mib):
                try:
                    with open(name, "wb") as file:
                        for _ in range(mib): file.write(bytes(1 << 20))
                    return "written"
                except OSError as error:
                    return errno.errorcode[error.errno]
            print(fill("a", 4), fill("b", 5), fill("c", 3), fill("d", 4), resource.getrlimit(resource.RLIMIT_NOFILE))
            """;

        (await RunAsync(Source, Wide with { FileMiB = 4, WorkFolderMiB = 12, OpenFiles = 20 })).Output.ShouldBe("written EFBIG written ENOSPC (20, 20)\n");
    }

    private Task<SandboxResult> RunAsync(string source, SandboxLimits limits) =>
        fixture.Sandbox.RunAsync(SandboxRequest.Of(source) with { Limits = limits }, CancellationToken.None);
}
