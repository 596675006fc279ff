using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Posting;

/// <summary>Says whom a result message concerns, after checking that its sender was given the attempt. Changes nothing.</summary>
/// <param name="documents">The documents of jobs.</param>
public sealed class JobInbox(IDocumentStore documents)
{
    /// <summary>Checks a message.</summary>
    /// <param name="message">The message, from a queue that anybody may have written to.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<JobNews> ReadAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            var claim = JobsJson.Read("The result message", message, JobsJson.Default.JobResultMessage);
            var paths = new JobPaths(claim.Run, claim.Job, claim.Attempt);
            if (claim.Contract != JobContract.Version)
            {
                return Refuse($"The result message of {paths} is not of contract {JobContract.Version}.");
            }

            if (await documents.ReadAsync(paths.Manifest, JobsJson.Default.JobManifest, cancellationToken) is not { } manifest)
            {
                return Refuse($"There is a result message but no manifest of {paths}.");
            }

            var own = manifest.Run == paths.Run && manifest.Job == paths.Job && manifest.Attempt == paths.Attempt;
            return own && JobNonce.Matches(claim.Nonce, manifest.NonceSha256)
                ? new() { Arrival = new(manifest.ReplyTo, JobNames.Finished(paths.Job, paths.Attempt), paths.ToString()) }
                : Refuse($"The result message of {paths} does not hold the attempt's nonce.");
        }
        catch (PermanentException error)
        {
            return Refuse(error.Message);
        }
    }

    private static JobNews Refuse(string reason) => new() { Refusal = reason };
}

/// <summary>What a result message means: an arrival, or a refusal.</summary>
public sealed record JobNews
{
    /// <summary>The event to raise.</summary>
    public JobArrival? Arrival { get; init; }

    /// <summary>Why the message is to be thrown away.</summary>
    public string? Refusal { get; init; }
}

/// <summary>An event for a workflow: an attempt has ended.</summary>
/// <param name="InstanceId">The workflow instance that waits for it.</param>
/// <param name="Event">The event.</param>
/// <param name="Payload">Its payload: which attempt, for people.</param>
public sealed record JobArrival(string InstanceId, EventName<string> Event, string Payload);
