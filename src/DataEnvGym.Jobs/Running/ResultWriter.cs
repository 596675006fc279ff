using System.Security.Cryptography;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Running;

/// <summary>Writes the result of an attempt, and the message that it is there.</summary>
internal sealed class ResultWriter(JobPorts ports, JobRunnerOptions options, TimeProvider time)
{
    /// <summary>Whether the attempt has a result by one who was given it.</summary>
    public async Task<bool> ExistsAsync(IssuedAttempt attempt, CancellationToken cancellationToken) =>
        await ports.Documents.TryReadAsync(attempt.Paths.Result, JobsJson.Default.JobResultDocument, cancellationToken) is { } result && result.Answers(attempt.Manifest);

    /// <summary>Writes the result, unless there is one: of two workers with the same work, the first one's counts.</summary>
    /// <returns>False if the attempt was withdrawn meanwhile, and nothing was written.</returns>
    public async Task<bool> WriteAsync(IssuedAttempt attempt, JobResult result, CancellationToken cancellationToken)
    {
        var name = attempt.Paths.Result;
        var content = JobsJson.Write(
            new()
            {
                Contract = JobContract.Version, Run = attempt.Paths.Run, Job = attempt.Paths.Job, Attempt = attempt.Paths.Attempt, Nonce = attempt.Ticket.Nonce,
                Result = result, Worker = options.Worker, FinishedAt = time.GetUtcNow(),
            },
            JobsJson.Default.JobResultDocument);
        if (!await IsCurrentAsync(attempt, cancellationToken))
        {
            return false;
        }

        while (!await ports.Documents.TryCreateAsync(name, content, cancellationToken) && !await ExistsAsync(attempt, cancellationToken))
        {
            // Something lies there that is no result of this attempt: it must not stand in the way of one.
            if (await ports.Documents.FindAsync(name, cancellationToken) is { } other
                && await ports.Documents.TryReplaceAsync(name, content, other.Version, cancellationToken))
            {
                break;
            }
        }

        return true;
    }

    /// <summary>Says that the result is there.</summary>
    public async Task AnnounceAsync(IssuedAttempt attempt, CancellationToken cancellationToken)
    {
        if (ports.Results is { } queue)
        {
            var message = new JobResultMessage
            {
                Contract = JobContract.Version, Run = attempt.Paths.Run, Job = attempt.Paths.Job, Attempt = attempt.Paths.Attempt, Nonce = attempt.Ticket.Nonce,
            };
            await queue.SendAsync(JobsJson.Write(message, JobsJson.Default.JobResultMessage), cancellationToken);
        }
    }

    private async Task<bool> IsCurrentAsync(IssuedAttempt attempt, CancellationToken cancellationToken) =>
        await ports.Documents.FindAsync(attempt.Paths.Manifest, cancellationToken) is { } manifest
        && Convert.ToHexStringLower(SHA256.HashData(manifest.Content.Span)) == attempt.Ticket.ManifestSha256;
}
