using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>A platform that notes what it is asked, and says what a test tells it to.</summary>
internal sealed class SpyPlatform : IJobPlatform
{
    public JobPatience Patience { get; set; } = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1), TimeSpan.FromHours(2), MaxAttempts: 4, RetryDelay: TimeSpan.FromSeconds(3));

    public List<JobLaunch> Launches { get; } = [];

    public List<string?> Stopped { get; } = [];

    public PlatformStatus Status { get; set; } = new(PlatformState.Running);

    /// <summary>Called before a start; may throw.</summary>
    public Action BeforeStart { get; set; } = () => { };

    public Task<string?> StartAsync(JobLaunch launch, CancellationToken cancellationToken)
    {
        BeforeStart();
        Launches.Add(launch);
        return Task.FromResult<string?>($"worker-{Launches.Count}");
    }

    public Task<PlatformStatus> GetStatusAsync(string? handle, CancellationToken cancellationToken) => Task.FromResult(Status);

    public Task StopAsync(string? handle, CancellationToken cancellationToken)
    {
        Stopped.Add(handle);
        return Task.CompletedTask;
    }
}
