using System.Security.Cryptography;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Jobs.Contract;

/// <summary>An attempt whose manifest and ticket belong together: what a worker may do.</summary>
public sealed class IssuedAttempt
{
    private IssuedAttempt(JobPaths paths, JobManifest manifest, JobTicket ticket) => (Paths, Manifest, Ticket) = (paths, manifest, ticket);

    /// <summary>Names of its documents.</summary>
    public JobPaths Paths { get; }

    /// <summary>What to do.</summary>
    public JobManifest Manifest { get; }

    internal JobTicket Ticket { get; }

    /// <summary>Checks a ticket and the manifest that it names.</summary>
    /// <param name="documents">The documents of jobs.</param>
    /// <param name="ticket">The ticket, from a queue that anybody may have written to.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DocumentException">The ticket or the manifest is malformed.</exception>
    /// <exception cref="JobException">It is no ticket for an attempt that is there.</exception>
    public static async Task<IssuedAttempt> OpenAsync(IDocumentStore documents, ReadOnlyMemory<byte> ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var claim = JobsJson.Read("The ticket", ticket, JobsJson.Default.JobTicket);
        RequireContract(claim.Contract);
        var paths = new JobPaths(claim.Run, claim.Job, claim.Attempt);
        if (claim.Manifest != paths.Manifest)
        {
            throw new JobException($"The ticket for {paths} names another manifest than {paths.Manifest}.");
        }

        var stored = await documents.FindAsync(paths.Manifest, cancellationToken)
            ?? throw new JobException($"There is no manifest of {paths}: it was withdrawn or never posted.");
        if (Convert.ToHexStringLower(SHA256.HashData(stored.Content.Span)) != claim.ManifestSha256)
        {
            throw new JobException($"The manifest of {paths} is not the one that the ticket was issued for.");
        }

        var manifest = JobsJson.Read($"The document {paths.Manifest}", stored.Content, JobsJson.Default.JobManifest);
        RequireContract(manifest.Contract);
        if (manifest.Run != paths.Run || manifest.Job != paths.Job || manifest.Attempt != paths.Attempt || manifest.Kind != manifest.Work.Kind)
        {
            throw new JobException($"The manifest of {paths} is about something else.");
        }

        return JobNonce.Matches(claim.Nonce, manifest.NonceSha256)
            ? new(paths, manifest, claim)
            : throw new JobException($"The ticket for {paths} is forged: its nonce is not that of the manifest.");
    }

    /// <summary>Which attempt, for people.</summary>
    public override string ToString() => Paths.ToString();

    private static void RequireContract(string contract)
    {
        if (contract != JobContract.Version)
        {
            throw new JobException(
                $"The job is of contract '{(contract.Length > 40 ? contract[..40] + "…" : contract)}', this program knows {JobContract.Version}: use a worker of the same version.");
        }
    }
}
