using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Students;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Running;

/// <summary>
/// Keeps the state of a training as an artefact of the run, and in a document that all attempts at the job share, which state is the newest. Of two workers
/// that both believe to have the job, the one with the later delivery of the later attempt goes on; the other one's save fails, and with it its training.
/// </summary>
/// <param name="documents">The documents of jobs.</param>
/// <param name="artifacts">The run's artefacts.</param>
/// <param name="attempt">The attempt.</param>
/// <param name="delivery">Delivery of its ticket.</param>
/// <param name="interval">Time between two saves.</param>
/// <param name="superseded">Called when another worker is found to have taken over: a student may take a failed save lightly.</param>
internal sealed class ArtifactTrainingSaves(
    IDocumentStore documents, IArtifactStore artifacts, IssuedAttempt attempt, int delivery, TimeSpan interval, Action superseded) : ITrainingSaves
{
    private readonly JobPaths paths = attempt.Paths;
    private readonly string work = Convert.ToHexStringLower(SHA256.HashData(JobsJson.Write(attempt.Manifest.Work, JobsJson.Default.JobWork)));

    public TimeSpan Interval => interval;

    public async Task<Stream?> OpenLatestAsync(CancellationToken cancellationToken)
    {
        var latest = await FindAsync(cancellationToken);
        return latest?.Save.WorkSha256 == work ? await artifacts.OpenReadAsync(latest.Value.Save.State, cancellationToken) : null;
    }

    public async Task SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var latest = await FindAsync(cancellationToken);
        RequireTurn(latest?.Save);
        var number = (latest?.Save.Number ?? 0) + 1;
        var state = await artifacts.WriteAsync(
            $"jobs/{paths.Job}/state-{number}.bin",
            async (stream, token) =>
            {
                await write(stream, token);
                return 1;
            },
            cancellationToken);
        var save = new TrainingSave { WorkSha256 = work, Attempt = paths.Attempt, Delivery = delivery, Number = number, State = state };
        while (!await PointAsync(save, latest?.Version, cancellationToken))
        {
            latest = await FindAsync(cancellationToken);
            if (latest is { Save: var other } && Order(other) > 0)
            {
                await DeleteUnlessSharedAsync(state, other, cancellationToken);
                RequireTurn(other);
            }
        }

        await DeleteUnlessSharedAsync(latest?.Save.State, save, cancellationToken);
    }

    /// <summary>Deletes what is saved, when the job has ended.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { Save: var save })
        {
            await artifacts.DeleteAsync(save.State, cancellationToken);
            await documents.DeleteAsync(paths.Saves, cancellationToken);
        }
    }

    private async Task<(TrainingSave Save, string Version)?> FindAsync(CancellationToken cancellationToken) =>
        await documents.FindAsync(paths.Saves, cancellationToken) is { } found
            ? (JobsJson.Read($"The document {paths.Saves}", found.Content, JobsJson.Default.TrainingSave), found.Version)
            : null;

    private Task<bool> PointAsync(TrainingSave save, string? version, CancellationToken cancellationToken) => version is null
        ? documents.TryCreateAsync(paths.Saves, save, JobsJson.Default.TrainingSave, cancellationToken)
        : documents.TryReplaceAsync(paths.Saves, save, JobsJson.Default.TrainingSave, version, cancellationToken);

    private int Order(TrainingSave other) => (other.Attempt, other.Delivery).CompareTo((paths.Attempt, delivery));

    private void RequireTurn(TrainingSave? other)
    {
        if (other is not null && Order(other) > 0)
        {
            superseded();
            throw new SupersededException($"Delivery {other.Delivery} of attempt {other.Attempt} is training job {paths.Job} of run {paths.Run}.");
        }
    }

    // Two workers may have saved the same bytes under the same name: then they are one artefact.
    private async Task DeleteUnlessSharedAsync(ArtifactRef? state, TrainingSave kept, CancellationToken cancellationToken)
    {
        if (state is not null && state != kept.State)
        {
            await artifacts.DeleteAsync(state, cancellationToken);
        }
    }
}
