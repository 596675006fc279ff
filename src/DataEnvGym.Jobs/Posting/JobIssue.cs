using System.Security.Cryptography;
using System.Text.Json;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Posting;

/// <summary>Issues attempts: a manifest and the ticket for it.</summary>
internal sealed class JobIssue(IDocumentStore documents, TimeProvider time, Func<string> newNonce)
{
    /// <summary>
    /// The ticket of an attempt that is there and still good for this work; nothing if there is none. One that was cancelled or has failed is not: who starts
    /// it again wants it tried again. Nor is a pair of documents that a crash left incomplete.
    /// </summary>
    public async Task<byte[]?> FindAsync(JobPaths paths, JobWork work, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(paths.Ticket, cancellationToken) is not { } ticket)
        {
            return null;
        }

        IssuedAttempt attempt;
        try
        {
            attempt = await IssuedAttempt.OpenAsync(documents, ticket.Content, cancellationToken);
        }
        catch (PermanentException)
        {
            return null;
        }

        var result = await documents.TryReadAsync(paths.Result, JobsJson.Default.JobResultDocument, cancellationToken);
        var failed = result is { Result.Error: not null } && result.Answers(attempt.Manifest);
        return failed || !Same(attempt.Manifest.Work, work) || await documents.IsCancelledAsync(paths, attempt.Manifest, cancellationToken)
            ? null
            : ticket.Content.ToArray();
    }

    /// <summary>Issues an attempt, in place of one that is no good any more.</summary>
    /// <returns>The ticket.</returns>
    /// <exception cref="IOException">Another process issued the same attempt at the same time; another try finds out what there is now.</exception>
    public async Task<byte[]> IssueAsync(JobPaths paths, JobWork work, string replyTo, CancellationToken cancellationToken)
    {
        // The manifest goes first: without it, the rest is known as a leftover.
        foreach (var name in (string[])[paths.Manifest, paths.Ticket, paths.Launched, paths.Heartbeat, paths.Result])
        {
            await documents.DeleteAsync(name, cancellationToken);
        }

        var nonce = newNonce();
        var manifest = JobsJson.Write(
            new()
            {
                Contract = JobContract.Version, Run = paths.Run, Job = paths.Job, Attempt = paths.Attempt, Kind = work.Kind, Prepare = work.Prepare,
                Predict = work.Predict, Train = work.Train, ReplyTo = replyTo, NonceSha256 = JobNonce.HashOf(nonce), CreatedAt = time.GetUtcNow(),
            },
            JobsJson.Default.JobManifest);
        var ticket = JobsJson.Write(
            new()
            {
                Contract = JobContract.Version, Run = paths.Run, Job = paths.Job, Attempt = paths.Attempt, Manifest = paths.Manifest,
                ManifestSha256 = Convert.ToHexStringLower(SHA256.HashData(manifest)), Nonce = nonce,
            },
            JobsJson.Default.JobTicket);
        return await documents.TryCreateAsync(paths.Ticket, ticket, cancellationToken) && await documents.TryCreateAsync(paths.Manifest, manifest, cancellationToken)
            ? ticket
            : throw new IOException($"Another process is starting {paths} too.");
    }

    private static bool Same(JobWork one, JobWork other) =>
        JsonSerializer.Serialize(one, JobsJson.Default.JobWork) == JsonSerializer.Serialize(other, JobsJson.Default.JobWork);
}
