using System.Text.Json.Serialization;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Jobs.Contract;

/// <summary>How an attempt ended. Written once, after everything that it refers to. A worker may add fields of its own.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record JobResultDocument
{
    /// <summary>Version of the contract: <c>dataenvgym.job/1</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>1-based.</summary>
    public required int Attempt { get; init; }

    /// <summary>The secret from the ticket: without it the document counts for nothing.</summary>
    public required string Nonce { get; init; }

    /// <summary>What came of the work.</summary>
    public required JobResult Result { get; init; }

    /// <summary>What the worker calls itself, for people.</summary>
    public required string Worker { get; init; }

    /// <summary>When it ended, by the worker's clock.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Whether it is the result of this attempt, by one who was given it.</summary>
    /// <param name="manifest">The attempt.</param>
    public bool Answers(JobManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return Contract == JobContract.Version && Run == manifest.Run && Job == manifest.Job && Attempt == manifest.Attempt
            && JobNonce.Matches(Nonce, manifest.NonceSha256);
    }

    /// <summary>Which attempt, for people; without the secret.</summary>
    public override string ToString() => $"result of attempt {Attempt} at job {Job} of run {Run}";
}

/// <summary>Says that a result is there. Only a nudge: the result is in the document.</summary>
public sealed record JobResultMessage
{
    /// <summary>Version of the contract: <c>dataenvgym.job/1</c>.</summary>
    public required string Contract { get; init; }

    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>1-based.</summary>
    public required int Attempt { get; init; }

    /// <summary>The secret from the ticket.</summary>
    public required string Nonce { get; init; }

    /// <summary>Which attempt, for people; without the secret.</summary>
    public override string ToString() => $"result message of attempt {Attempt} at job {Job} of run {Run}";
}
