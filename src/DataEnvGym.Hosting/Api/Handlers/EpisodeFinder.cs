using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Starts;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Finds out where episodes stand.</summary>
internal sealed class EpisodeFinder(IEpisodeHost host, EpisodeStarter starter)
{
    /// <summary>An episode, whether or not its first step was taken.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public async Task<EpisodeInstance> GetAsync(string id, CancellationToken cancellationToken)
    {
        EpisodeId.Require(id);
        if (await host.FindAsync(id, null, cancellationToken) is { } instance)
        {
            return instance;
        }

        return await starter.FindAsync(id, cancellationToken) is { } record
            ? new(id, EpisodeRunState.Pending, null, record.Created, record.Created)
            : throw EpisodeId.NotFound(id);
    }

    /// <summary>The newest status of an episode: that of its running iteration, if there is one.</summary>
    public async Task<(EpisodeStatus? Status, DateTimeOffset Updated)> GetStatusAsync(EpisodeInstance episode, CancellationToken cancellationToken)
    {
        var own = Read(episode);
        if (episode.State is EpisodeRunState.Completed or EpisodeRunState.Terminated or EpisodeRunState.Pending)
        {
            return (own, episode.Updated);
        }

        // An episode's own status counts the finished iterations, so the next one is under way.
        var next = EpisodeNames.IterationInstance((own?.Iteration ?? 0) + 1);
        var child = await host.FindAsync(episode.Run, next, cancellationToken);
        return child is not null && Read(child) is { } running
            ? (running, child.Updated > episode.Updated ? child.Updated : episode.Updated)
            : (own, episode.Updated);
    }

    /// <summary>What an instance reported; nothing if it reported none, or another version of the program did.</summary>
    public static EpisodeStatus? Read(EpisodeInstance instance)
    {
        try
        {
            return instance.Status is { } json ? JsonSerializer.Deserialize(json, CoreJson.Default.EpisodeStatus) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
