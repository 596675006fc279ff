using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Posting;

namespace DataEnvGym.Jobs.Tests.Posting;

public sealed class JobWatchTests
{
    private static readonly DateTimeOffset Launch = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Nonce = JobNonce.HashOf("secret");
    private static readonly JobPatience Patience = new(
        CheckEvery: TimeSpan.FromSeconds(10), StartWithin: TimeSpan.FromSeconds(100), StaleAfter: TimeSpan.FromSeconds(50), Deadline: TimeSpan.FromSeconds(1000),
        MaxAttempts: 3, RetryDelay: TimeSpan.FromSeconds(1));

    // Seconds after the launch: of the last heartbeat (-1 for none), and of the look. What the platform says, and part of the reason for a loss.
    [Theory]
    [InlineData(-1, 5, PlatformState.Pending, null)]
    [InlineData(-1, 99, PlatformState.Pending, null)]
    [InlineData(-1, 101, PlatformState.Pending, "no worker began it within 100 seconds")]
    [InlineData(-1, 101, PlatformState.Running, "no worker began it within 100 seconds")]
    [InlineData(-1, 101, PlatformState.Unknown, "no worker began it within 100 seconds")]
    [InlineData(90, 139, PlatformState.Running, null)]
    [InlineData(90, 141, PlatformState.Running, "no sign of life for 51 seconds")]
    [InlineData(90, 141, PlatformState.Pending, "no sign of life for 51 seconds")]
    [InlineData(-1, 9, PlatformState.Failed, null)]
    [InlineData(-1, 10, PlatformState.Failed, "ended without a result: back-off limit")]
    [InlineData(90, 99, PlatformState.Failed, null)]
    [InlineData(90, 100, PlatformState.Failed, "ended without a result: back-off limit")]
    [InlineData(90, 99, PlatformState.Succeeded, null)]
    [InlineData(90, 100, PlatformState.Succeeded, "ended without a result")]
    [InlineData(-50, 20, PlatformState.Running, null)]
    public void Decide_WithoutResult_IsLostWhenItMustBe(int beat, int now, PlatformState state, string? lost)
    {
        var signs = new JobSigns(Manifest, Launched, beat == -1 ? null : Beat(beat), null, new(state, state == PlatformState.Failed ? "back-off limit" : null));

        var check = JobWatch.Decide(signs, Patience, At(now));

        check.Result.ShouldBeNull();
        if (lost is null)
        {
            check.Lost.ShouldBeNull();
        }
        else
        {
            check.Lost.ShouldNotBeNull().ShouldContain(lost);
        }
    }

    [Theory]
    [InlineData(PlatformState.Failed)]
    [InlineData(PlatformState.Pending)]
    [InlineData(PlatformState.Unknown)]
    public void Decide_ResultOfTheAttempt_CountsWhateverElseIsSaid(PlatformState state)
    {
        var result = Result(Nonce);

        JobWatch.Decide(new(Manifest, Launched, null, result, new(state)), Patience, At(5000)).ShouldBe(new JobCheck(result.Result, null));
    }

    [Fact]
    public void Decide_ResultThatIsNotTheAttempts_IsIgnored()
    {
        JobResultDocument[] foreign =
        [
            Result(JobNonce.HashOf("guess")), Result(""), Result(Manifest.NonceSha256), Result(Nonce) with { Attempt = 2 }, Result(Nonce) with { Job = "other" },
            Result(Nonce) with { Run = "other" }, Result(Nonce) with { Contract = "dataenvgym.job/2" },
        ];

        foreign.ShouldAllBe(result => JobWatch.Decide(new(Manifest, Launched, Beat(1), result, default), Patience, At(2)) == new JobCheck(null, null));
    }

    [Fact]
    public void Decide_Deadline_IsPermanentThoughTheWorkerLives()
    {
        var check = JobWatch.Decide(new(Manifest, Launched, Beat(1000), null, new(PlatformState.Running)), Patience, At(1001));

        var error = check.Result.ShouldNotBeNull().Error.ShouldNotBeNull();
        error.Permanent.ShouldBeTrue();
        error.Message.ShouldContain("longer than 17 minutes");
    }

    [Fact]
    public void Decide_QueueWithoutStartLimit_WaitsForAWorker()
    {
        var signs = new JobSigns(Manifest, Launched, null, null, new(PlatformState.Unknown));

        JobWatch.Decide(signs, Patience with { StartWithin = null }, At(999)).ShouldBe(new JobCheck(null, null));
    }

    private static JobManifest Manifest { get; } = new()
    {
        Contract = JobContract.Version, Run = "run-1", Job = "train.x", Attempt = 1, Kind = "prepare", Prepare = new(new()), ReplyTo = "run-1:x",
        NonceSha256 = JobNonce.HashOf(Nonce), CreatedAt = Launch.AddDays(-1),
    };

    private static JobLaunched Launched { get; } = new() { At = Launch };

    private static DateTimeOffset At(int seconds) => Launch.AddSeconds(seconds);

    private static JobHeartbeat Beat(int seconds) => new() { Sequence = 1, At = At(seconds), Worker = "w" };

    private static JobResultDocument Result(string nonce) => new()
    {
        Contract = JobContract.Version, Run = "run-1", Job = "train.x", Attempt = 1, Nonce = nonce, Worker = "w", FinishedAt = Launch,
        Result = new() { Error = new("Boom", "It failed.", false) },
    };
}
