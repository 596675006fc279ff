using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Models;
using DataEnvGym.Hosting.Api.Starts;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Tells where episodes stand.</summary>
internal sealed class EpisodeReader(IEpisodeHost host, EpisodeFinder finder, EpisodeStarter starter)
{
    private const int DefaultLimit = 50;
    private const int MostItems = 200;
    private const int LongestCursor = 1024;

    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = QueryReader.Number(request, "limit", 1, MostItems) ?? DefaultLimit;
        EpisodePage page;
        try
        {
            page = await host.ListAsync(limit, QueryReader.Text(request, "after", LongestCursor), cancellationToken);
        }
        catch (FormatException)
        {
            throw ApiException.Invalid("after", "is no place to go on from; take it from the page before.");
        }

        var next = page.Next is { } after ? $"{ApiPaths.Episodes}?limit={limit}&after={Uri.EscapeDataString(after)}" : null;
        return ApiResults.Json(new([.. page.Items.Select(Summarize)], next), ApiJson.Default.EpisodeList);
    }

    public async Task<IResult> GetAsync(string id, CancellationToken cancellationToken)
    {
        var episode = await finder.GetAsync(id, cancellationToken);
        var (status, updated) = await finder.GetStatusAsync(episode, cancellationToken);
        var record = await starter.FindAsync(id, cancellationToken);
        var spend = status?.Spend ?? default;
        var waits = status is { Phase: EpisodeStatus.WaitingForApproval } && !HasEnded(episode.State);
        return ApiResults.Json(
            new(
                episode.Run,
                episode.State,
                status?.Phase,
                status?.Iteration ?? 0,
                status?.Curve ?? [],
                status?.Examples ?? 0,
                status?.Skills ?? [],
                ReportSpend.Of(spend),
                episode.Created,
                updated,
                episode.Failure is { } failure ? SafeText.Of(failure) : null,
                waits ? new(status!.Iteration, $"{ApiPaths.Examples(id)}?iteration={status.Iteration}", ApiPaths.Approve(id)) : null,
                HasEnded(episode.State) ? null : status?.Pause,
                record?.Spec,
                new(
                    ApiPaths.Episode(id), ApiPaths.Artifacts(id), ApiPaths.Examples(id),
                    episode.State == EpisodeRunState.Completed ? ApiPaths.Artifact(id, ReportActivity.JsonName) : null)),
            ApiJson.Default.EpisodeDetail);
    }

    public static bool HasEnded(EpisodeRunState state) => state is EpisodeRunState.Completed or EpisodeRunState.Failed or EpisodeRunState.Terminated;

    private static EpisodeSummary Summarize(EpisodeInstance episode)
    {
        var status = EpisodeFinder.Read(episode);
        return new(episode.Run, episode.State, status?.Phase, status?.Iteration ?? 0, episode.Created, episode.Updated, ApiPaths.Episode(episode.Run));
    }
}
