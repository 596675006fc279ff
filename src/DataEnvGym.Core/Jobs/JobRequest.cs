namespace DataEnvGym.Core.Jobs;

/// <summary>A piece of student work that a workflow wants done.</summary>
/// <param name="Job">Its id, unique in the run and the same in every replay; see <see cref="JobId"/>.</param>
/// <param name="Work">What to do.</param>
/// <param name="MaxAttempts">Attempts in all, at least 1; fewer if the dispatcher allows fewer.</param>
public sealed record JobRequest(string Job, JobWork Work, int MaxAttempts = 5);

/// <summary>Starts an attempt at a job.</summary>
/// <param name="Request">The job.</param>
/// <param name="Attempt">1-based.</param>
/// <param name="ReplyTo">The workflow instance that waits for <see cref="JobNames.Finished"/> of this attempt.</param>
public sealed record StartJobInput(JobRequest Request, int Attempt, string ReplyTo);

/// <summary>An attempt that was started.</summary>
public sealed record JobStart
{
    /// <summary>The result, if the work was done at once.</summary>
    public JobResult? Result { get; init; }

    /// <summary>Why there was no room for the attempt now; none if it was started.</summary>
    public string? NoRoom { get; init; }

    /// <summary>What the platform calls the attempt, if it has a name for it.</summary>
    public string? Handle { get; init; }

    /// <summary>How long to wait between two looks at an attempt that says nothing.</summary>
    public TimeSpan CheckEvery { get; init; }

    /// <summary>Wait before a second attempt, or before asking for room again; doubled for each further one.</summary>
    public TimeSpan RetryDelay { get; init; }

    /// <summary>Attempts that the dispatcher allows.</summary>
    public int MaxAttempts { get; init; } = 1;
}

/// <summary>An attempt that is under way.</summary>
/// <param name="Job">The job.</param>
/// <param name="Attempt">1-based.</param>
/// <param name="Handle">See <see cref="JobStart.Handle"/>.</param>
public sealed record JobAttempt(string Job, int Attempt, string? Handle);

/// <summary>What a look at an attempt has shown: a result, a loss, or, with neither, that it is under way.</summary>
/// <param name="Result">The result, if there is one.</param>
/// <param name="Lost">Why no result can be expected any more.</param>
public sealed record JobCheck(JobResult? Result, string? Lost);
