using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Posting;

/// <summary>Has student work done by workers elsewhere: posts attempts as documents, lets the platform start a worker, and watches what it writes.</summary>
/// <param name="run">The run that the jobs belong to.</param>
/// <param name="documents">The documents of jobs.</param>
/// <param name="platform">Where workers run.</param>
/// <param name="time">The clock.</param>
/// <param name="newNonce">Makes the secret of an attempt: <see cref="JobNonce.New"/>, but for tests.</param>
public sealed class RemoteDispatcher(string run, IDocumentStore documents, IJobPlatform platform, TimeProvider time, Func<string> newNonce) : IJobDispatcher
{
    private readonly JobIssue issue = new(documents, time, newNonce);

    /// <inheritdoc/>
    public async Task<JobStart> StartAsync(StartJobInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var paths = new JobPaths(run, input.Request.Job, input.Attempt);
        var start = new JobStart { CheckEvery = platform.Patience.CheckEvery, RetryDelay = platform.Patience.RetryDelay, MaxAttempts = platform.Patience.MaxAttempts };
        var ticket = await issue.FindAsync(paths, input.Request.Work, cancellationToken)
            ?? await issue.IssueAsync(paths, input.Request.Work, input.ReplyTo, cancellationToken);
        if (await documents.ReadAsync(paths.Launched, JobsJson.Default.JobLaunched, cancellationToken) is { } launched)
        {
            return start with { Handle = launched.Handle };
        }

        try
        {
            var handle = await platform.StartAsync(new(run, paths.Job, paths.Attempt, paths.Ticket, ticket), cancellationToken);
            await documents.PutAsync(paths.Launched, new() { At = time.GetUtcNow(), Handle = handle }, JobsJson.Default.JobLaunched, cancellationToken);
            return start with { Handle = handle };
        }
        catch (JobCapacityException error)
        {
            return start with { NoRoom = error.Message };
        }
    }

    /// <inheritdoc/>
    public async Task<JobCheck> CheckAsync(JobAttempt attempt, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(progress);
        var paths = new JobPaths(run, attempt.Job, attempt.Attempt);

        // The platform is asked first and the result is read last: a worker that the platform saw end had written its result before.
        var status = await platform.GetStatusAsync(attempt.Handle, cancellationToken);
        if (await documents.ReadAsync(paths.Manifest, JobsJson.Default.JobManifest, cancellationToken) is not { } manifest)
        {
            return new(null, $"the document {paths.Manifest} is gone.");
        }

        var launched = await documents.ReadAsync(paths.Launched, JobsJson.Default.JobLaunched, cancellationToken);
        var heartbeat = await documents.TryReadAsync(paths.Heartbeat, JobsJson.Default.JobHeartbeat, cancellationToken);
        var result = await documents.TryReadAsync(paths.Result, JobsJson.Default.JobResultDocument, cancellationToken);
        if (heartbeat?.Progress is { } done)
        {
            progress.Report(done);
        }

        var check = JobWatch.Decide(new(manifest, launched, heartbeat, result, status), platform.Patience, time.GetUtcNow());
        if (check.Result?.Error?.Type == JobWatch.DeadlineError)
        {
            await CancelAsync(attempt, cancellationToken);
        }

        return check;
    }

    /// <inheritdoc/>
    public async Task CancelAsync(JobAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var paths = new JobPaths(run, attempt.Job, attempt.Attempt);
        if (await documents.ReadAsync(paths.Manifest, JobsJson.Default.JobManifest, cancellationToken) is { } manifest)
        {
            await documents.PutAsync(
                paths.Cancel, new() { NonceSha256 = manifest.NonceSha256, At = time.GetUtcNow() }, JobsJson.Default.JobCancellation, cancellationToken);
        }

        await platform.StopAsync(attempt.Handle, cancellationToken);
    }
}
