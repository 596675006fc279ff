using System.Security.Cryptography;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Hosting.Api.Models;

namespace DataEnvGym.Hosting.Api.Starts;

/// <summary>
/// Starts each episode once. What was asked is written down first and the episode is started last, so that a request that died half-way is completed
/// when it comes again.
/// </summary>
/// <param name="host">Who runs episodes.</param>
/// <param name="control">The control documents.</param>
/// <param name="time">The clock.</param>
public sealed class EpisodeStarter(IEpisodeHost host, IDocumentStore control, TimeProvider time)
{
    /// <summary>Starts an episode, or finds that the same request has started it before.</summary>
    public async Task<StartResult> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        while (true)
        {
            var claim = await ClaimAsync(request, cancellationToken);
            if (claim.Request != request.Hash)
            {
                return new(StartOutcome.KeyReused, claim.Run);
            }

            var outcome = await StartAsync(claim.Run, request, cancellationToken);
            if (outcome != StartOutcome.Exists)
            {
                return new(outcome, claim.Run);
            }

            if (claim.IsNew && request.Key is { } key)
            {
                await control.DeleteAsync(KeyName(key), cancellationToken);
            }

            if (request.Id is not null || !claim.IsNew)
            {
                return new(StartOutcome.Exists, claim.Run);
            }
        }
    }

    /// <summary>What an episode was started with; nothing if it was not started here.</summary>
    public async Task<StartRecord?> FindAsync(string run, CancellationToken cancellationToken) =>
        (await control.FindAsync(RecordName(run), ApiJson.Default.StartRecord, cancellationToken))?.Value;

    /// <summary>Forgets what an episode was started with, so that its id and its key are free again.</summary>
    public async Task ForgetAsync(string run, CancellationToken cancellationToken)
    {
        if (await FindAsync(run, cancellationToken) is { Key: { } key })
        {
            await control.DeleteAsync(KeyName(key), cancellationToken);
        }

        await control.DeleteAsync(RecordName(run), cancellationToken);
    }

    // Which id the request gets: the one that it asks for, the one that its key got before, or a new one.
    private async Task<Claim> ClaimAsync(StartRequest request, CancellationToken cancellationToken)
    {
        var mine = new KeyRecord(request.Id ?? NewId(request.Spec), request.Hash);
        while (request.Key is { } key && !await control.TryCreateAsync(KeyName(key), mine, ApiJson.Default.KeyRecord, cancellationToken))
        {
            // There is none any more if its episode was deleted just now.
            if (await control.FindAsync(KeyName(key), ApiJson.Default.KeyRecord, cancellationToken) is { Value: var known })
            {
                return new(known.Run, known.Request, IsNew: false);
            }
        }

        return new(mine.Run, mine.Request, IsNew: true);
    }

    private async Task<StartOutcome> StartAsync(string run, StartRequest request, CancellationToken cancellationToken)
    {
        var record = await FindAsync(run, cancellationToken);
        if (record is null && await host.FindAsync(run, null, cancellationToken) is not null)
        {
            return StartOutcome.Exists;
        }

        if (record is null)
        {
            var mine = new StartRecord(request.Spec, request.Hash, request.Key, time.GetUtcNow());
            var isNew = await control.TryCreateAsync(RecordName(run), mine, ApiJson.Default.StartRecord, cancellationToken);
            record = isNew ? mine : await FindAsync(run, cancellationToken);
        }

        if (record is null || record.Request != request.Hash || record.Key != request.Key)
        {
            return StartOutcome.Exists;
        }

        var state = new EpisodeState(EpisodeIds.Of(request.Spec), request.Spec) { StartFrom = request.StartFrom };
        var started = await host.TryStartAsync(run, state, cancellationToken);
        return started ? StartOutcome.Started : request.Key is null ? StartOutcome.Exists : StartOutcome.Replayed;
    }

    // Not from the seed: the same spec may be run many times.
    private static string NewId(EpisodeSpec spec) => $"{spec.Name}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    private static string RecordName(string run) => $"episodes/runs/{run}.json";

    private static string KeyName(string key) => $"episodes/keys/{key}.json";

    private readonly record struct Claim(string Run, string Request, bool IsNew);
}
