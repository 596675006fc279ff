namespace DataEnvGym.Jobs.Running;

/// <summary>How a worker's time with an attempt ended.</summary>
public enum JobOutcome
{
    /// <summary>The work is done and its result is there.</summary>
    Finished,

    /// <summary>The work failed; the result says why.</summary>
    Failed,

    /// <summary>The result was there already.</summary>
    AlreadyDone,

    /// <summary>The attempt was cancelled. No result.</summary>
    Cancelled,

    /// <summary>The claim to the attempt ran out: another worker may have it by now. No result.</summary>
    ClaimLost,

    /// <summary>A later attempt has taken its place. No result.</summary>
    Superseded,

    /// <summary>The worker was asked to stop. No result; what a training saved is there for the next worker.</summary>
    Stopped,
}
