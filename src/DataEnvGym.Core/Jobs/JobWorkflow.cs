using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Jobs;

/// <summary>A job on its way.</summary>
/// <param name="Request">What is wanted.</param>
public sealed record JobState(JobRequest Request)
{
    /// <summary>The attempt under way or to come; 1-based.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>How the attempt was started; none if it is to be started.</summary>
    public JobStart? Start { get; init; }
}

/// <summary>
/// Has a job done. Waits for the event that says that an attempt has ended, and looks for itself from time to time, so that a lost event costs one
/// interval and a dead worker is noticed. Continues as new, so that a long training does not grow the history.
/// </summary>
public sealed class JobWorkflow : IWorkflow<JobState, JobResult>
{
    /// <summary>Looks at an attempt before the history is cut.</summary>
    private const int LooksPerExecution = 50;
    private const int MostDoublings = 6;

    // GPU quotas are small: with a first wait of 30 s this goes on for more than a day.
    private const int MostWaitsForRoom = 60;

    // Half of a training may have been paid from a limited budget of seconds: an error of its own is final. What became of its process is not its fault.
    private static readonly RetryPolicy Once = RetryPolicy.Default with { RetryOn = [typeof(JobCapacityException).FullName!] };

    // A store that cannot be reached for minutes must not end a training of hours.
    private static readonly RetryPolicy Patient = new(12, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1), []);

    /// <inheritdoc/>
    public async Task<JobResult> RunAsync(IWorkflowContext context, JobState input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        var (request, attempt) = (input.Request, input.Attempt);
        var start = input.Start ?? await StartAsync(context, request, attempt);
        var check = new JobCheck(start.Result, null);
        var running = new JobAttempt(request.Job, attempt, start.Handle);
        for (var look = 0; check is { Result: null, Lost: null }; look++)
        {
            if (look == LooksPerExecution)
            {
                context.ContinueAsNew(input with { Start = start });
                return new();
            }

            await context.WaitForEventAsync(JobNames.Finished(request.Job, attempt), start.CheckEvery);
            check = await context.CallAsync(JobNames.Check, running, Patient);
        }

        if (check.Result is { Error: null } result)
        {
            return result;
        }

        if (check.Lost is not null)
        {
            await context.CallAsync(JobNames.Cancel, running);
        }

        var error = check.Result?.Error ?? new JobError(typeof(JobException).FullName!, $"Attempt {attempt} at job {request.Job} was lost: {check.Lost}", Permanent: false);
        if (error.Permanent || attempt >= Math.Min(request.MaxAttempts, start.MaxAttempts))
        {
            throw new ActivityFailedException(request.Job, error.Type, error.Message);
        }

        await context.DelayAsync(Doubled(start.RetryDelay, attempt - 1));
        context.ContinueAsNew(input with { Attempt = attempt + 1, Start = null });
        return new();
    }

    private static async Task<JobStart> StartAsync(IWorkflowContext context, JobRequest request, int attempt)
    {
        var retry = request.MaxAttempts == 1 ? Once : RetryPolicy.Default;
        for (var wait = 0; ; wait++)
        {
            var start = await context.CallAsync(JobNames.Start, new StartJobInput(request, attempt, context.InstanceId), retry);
            if (start.NoRoom is null)
            {
                return start;
            }

            if (wait == MostWaitsForRoom)
            {
                throw new ActivityFailedException(request.Job, typeof(JobCapacityException).FullName!, start.NoRoom);
            }

            await context.DelayAsync(Doubled(start.RetryDelay, wait));
        }
    }

    private static TimeSpan Doubled(TimeSpan delay, int times) => delay * Math.Pow(2, Math.Min(times, MostDoublings));
}
