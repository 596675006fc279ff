using System.Globalization;
using System.Runtime.CompilerServices;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Posting;

/// <summary>All jobs of a run at once, read off their documents.</summary>
/// <param name="documents">The documents of jobs.</param>
/// <param name="time">The clock.</param>
public sealed class RunJobs(IDocumentStore documents, TimeProvider time)
{
    private const string AttemptPrefix = "attempt-";

    /// <summary>Asks the workers of all attempts without a result to stop. For a run that was ended.</summary>
    /// <exception cref="JobException">The id is malformed.</exception>
    public async Task CancelAsync(string run, CancellationToken cancellationToken)
    {
        await foreach (var (paths, manifest) in OpenAsync(run, cancellationToken))
        {
            await documents.PutAsync(
                paths.Cancel, new() { NonceSha256 = manifest.NonceSha256, At = time.GetUtcNow() }, JobsJson.Default.JobCancellation, cancellationToken);
        }
    }

    /// <summary>
    /// Events for workflows that should have got on by themselves: their attempt has ended, or has given no sign of life, for longer than they wait between two
    /// looks. To raise one more often than needed does no harm: it makes them look.
    /// </summary>
    /// <param name="run">The run, which is under way.</param>
    /// <param name="age">For how long nothing has happened.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="JobException">The id is malformed.</exception>
    public async IAsyncEnumerable<JobArrival> FindOverdueAsync(string run, TimeSpan age, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (paths, manifest) in ListAsync(run, cancellationToken))
        {
            var result = await documents.TryReadAsync(paths.Result, JobsJson.Default.JobResultDocument, cancellationToken);
            var heartbeat = await documents.TryReadAsync(paths.Heartbeat, JobsJson.Default.JobHeartbeat, cancellationToken);
            if (time.GetUtcNow() - (result?.FinishedAt ?? heartbeat?.At ?? manifest.CreatedAt) > age)
            {
                yield return new(manifest.ReplyTo, JobNames.Finished(paths.Job, paths.Attempt), paths.ToString());
            }
        }
    }

    private async IAsyncEnumerable<(JobPaths Paths, JobManifest Manifest)> OpenAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (paths, manifest) in ListAsync(run, cancellationToken))
        {
            if (await documents.TryReadAsync(paths.Result, JobsJson.Default.JobResultDocument, cancellationToken) is not { } result || !result.Answers(manifest))
            {
                yield return (paths, manifest);
            }
        }
    }

    // The newest attempt of each job: older ones have been given up.
    private async IAsyncEnumerable<(JobPaths Paths, JobManifest Manifest)> ListAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var newest = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var name in documents.ListAsync(run, cancellationToken))
        {
            if (name.Split('/') is [_, var job, var folder, "manifest.json"] && folder.StartsWith(AttemptPrefix, StringComparison.Ordinal)
                && int.TryParse(folder.AsSpan(AttemptPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var attempt))
            {
                newest[job] = Math.Max(attempt, newest.GetValueOrDefault(job));
            }
        }

        foreach (var (job, attempt) in newest)
        {
            var paths = new JobPaths(run, job, attempt);
            if (await documents.TryReadAsync(paths.Manifest, JobsJson.Default.JobManifest, cancellationToken) is { } manifest)
            {
                yield return (paths, manifest);
            }
        }
    }
}
