using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Messaging;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Running;

/// <summary>What a worker works with.</summary>
/// <param name="Documents">The documents of jobs.</param>
/// <param name="Artifacts">The artefacts of runs.</param>
/// <param name="Lab">Who does the work.</param>
/// <param name="Results">Where result messages go; none where the poster looks for itself.</param>
public sealed record JobPorts(IDocumentStore Documents, IArtifactStores Artifacts, IStudentLab Lab, IMessageQueue? Results);

/// <summary>Does attempts, one at a time: work, heartbeat, saves, result, result message.</summary>
/// <param name="ports">What it works with.</param>
/// <param name="options">How.</param>
/// <param name="time">The clock.</param>
/// <param name="observer">Is told what happens.</param>
public sealed class JobRunner(JobPorts ports, JobRunnerOptions options, TimeProvider time, IJobObserver observer)
{
    private readonly ResultWriter results = new(ports, options, time);

    /// <summary>See <see cref="IssuedAttempt.OpenAsync"/>.</summary>
    public Task<IssuedAttempt> OpenAsync(ReadOnlyMemory<byte> ticket, CancellationToken cancellationToken) =>
        IssuedAttempt.OpenAsync(ports.Documents, ticket, cancellationToken);

    /// <summary>Does an attempt. An error of the work becomes a failed result; an error of the storage is thrown, and the attempt can be given to another worker.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="lease">The claim to it.</param>
    /// <param name="stop">Asks the worker to stop soon; a training saves its state first.</param>
    public async Task<JobOutcome> RunAsync(IssuedAttempt attempt, JobLease lease, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(lease);
        using var activity = JobTelemetry.Begin(attempt, lease.Delivery);
        observer.Began(attempt.Paths, attempt.Manifest.Kind, lease.Delivery);
        var started = time.GetTimestamp();
        var outcome = await DoAsync(attempt, lease, stop);
        var elapsed = time.GetElapsedTime(started);
        JobTelemetry.End(activity, attempt.Manifest.Kind, outcome, elapsed);
        observer.Ended(attempt.Paths, outcome, elapsed);
        return outcome;
    }

    /// <summary>Ends an attempt with a failure that no other attempt would mend, unless it has a result.</summary>
    internal async Task FailAsync(IssuedAttempt attempt, JobError error, CancellationToken cancellationToken)
    {
        if (!await results.ExistsAsync(attempt, cancellationToken))
        {
            await results.WriteAsync(attempt, new() { Error = error }, cancellationToken);
        }

        await EndAsync(attempt, Saves(attempt, null, 1), cancellationToken);
    }

    private async Task<JobOutcome> DoAsync(IssuedAttempt attempt, JobLease lease, CancellationToken stop)
    {
        var pulse = new JobPulse(ports.Documents, attempt, lease, options, time, observer);
        var saves = Saves(attempt, pulse, lease.Delivery);
        if (await results.ExistsAsync(attempt, stop))
        {
            await EndAsync(attempt, saves, stop);
            return JobOutcome.AlreadyDone;
        }

        await pulse.BeginAsync(stop);
        if (pulse.Interruption is { } over)
        {
            return over;
        }

        if (await WorkAsync(attempt, saves, pulse, stop) is not { } result)
        {
            return pulse.Interruption ?? (stop.IsCancellationRequested ? JobOutcome.Stopped : JobOutcome.Superseded);
        }

        // From here on the work is done: a request to stop would only throw it away.
        if (!await results.WriteAsync(attempt, result, CancellationToken.None))
        {
            return JobOutcome.Superseded;
        }

        await EndAsync(attempt, result.Error is { Permanent: false } ? null : saves, CancellationToken.None);
        return result.Error is null ? JobOutcome.Finished : JobOutcome.Failed;
    }

    private async Task<JobResult?> WorkAsync(IssuedAttempt attempt, ArtifactTrainingSaves saves, JobPulse pulse, CancellationToken stop)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var ended = new CancellationTokenSource();
        var beating = pulse.RunAsync(work, ended.Token);
        try
        {
            return await WorkAsync(attempt, saves, (IProgress<WorkProgress>)pulse, work.Token);
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            return null;
        }
        catch (SupersededException)
        {
            return null;
        }
        catch (Exception error)
        {
            var failure = new JobError(error.GetType().FullName!, FirstLine(error.Message), error is PermanentException);
            observer.WorkFailed(attempt.Paths, failure);
            return new() { Error = failure };
        }
        finally
        {
            await ended.CancelAsync();
            await beating;
        }
    }

    private async Task<JobResult> WorkAsync(IssuedAttempt attempt, ITrainingSaves saves, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var work = attempt.Manifest.Work;
        if (work.Prepare?.Student.Checkpoint is not null && !options.AllowFiles)
        {
            throw new JobException("student.checkpoint names a file, and this worker reads none: let the episode start from a checkpoint of another run instead.");
        }

        // On a thread of its own: a student that blocks must not keep the heartbeat from beating.
        return await Task.Run(
            () => JobExecution.RunAsync(ports.Lab, ports.Artifacts.Open(attempt.Paths.Run), work, saves, progress, cancellationToken), cancellationToken);
    }

    private async Task EndAsync(IssuedAttempt attempt, ArtifactTrainingSaves? saves, CancellationToken cancellationToken)
    {
        await results.AnnounceAsync(attempt, cancellationToken);
        if (saves is not null && attempt.Manifest.Train is not null)
        {
            await saves.ClearAsync(cancellationToken);
        }
    }

    private ArtifactTrainingSaves Saves(IssuedAttempt attempt, JobPulse? pulse, int delivery) =>
        new(ports.Documents, ports.Artifacts.Open(attempt.Paths.Run), attempt, delivery, options.SaveEvery, () => pulse?.Supersede());

    // libtorch puts its stack, and storage its headers, into the lines below.
    private static string FirstLine(string message)
    {
        var line = message.AsSpan().TrimStart();
        line = line[..(line.IndexOfAny('\r', '\n') is var end and >= 0 ? end : line.Length)];
        return (line.Length > 500 ? line[..500] : line).ToString();
    }
}
