using System.Text.Json;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Models;
using DataEnvGym.Hosting.Api.Starts;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Tells episodes what to do.</summary>
internal sealed class ControlHandler(IEpisodeHost host, EpisodeFinder finder, EpisodeStarter starter, IRunFiles files, ReviewDesk desk, TimeProvider time)
{
    private const int LongestAnswer = 16 * 1024;
    private const int LongestComment = 2000;
    private const int EndChecks = 40;
    private static readonly TimeSpan EndCheckInterval = TimeSpan.FromMilliseconds(250);

    public async Task<IResult> CancelAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var now = QueryReader.Flag(request, "now");
        var episode = await GetRunningAsync(id, "cancelled", cancellationToken);
        if (now)
        {
            await host.TerminateAsync(id, cancellationToken);
            return ApiResults.Accepted(id);
        }

        const string Reason = "asked for over HTTP";
        await host.RaiseAsync(id, null, EpisodeNames.Stop, Reason, cancellationToken);
        if (await finder.GetStatusAsync(episode, cancellationToken) is { Status: { Iteration: > 0 and var iteration, Phase: var phase } }
            && await host.FindAsync(id, EpisodeNames.IterationInstance(iteration), cancellationToken) is { } child && !EpisodeReader.HasEnded(child.State))
        {
            // One that waits for a teacher, or will, ends with it.
            await host.RaiseAsync(id, EpisodeNames.IterationInstance(iteration), EpisodeNames.Stop, Reason, cancellationToken);

            // One that waits for a person would wait on; whoever cancels it has answered.
            if (phase == EpisodeStatus.WaitingForApproval)
            {
                await AnswerAsync(id, iteration, new Approval(false, "cancelled"), cancellationToken);
            }
        }

        return ApiResults.Accepted(id);
    }

    public async Task<IResult> PauseAsync(string id, CancellationToken cancellationToken)
    {
        if ((await GetRunningAsync(id, "paused", cancellationToken)).State != EpisodeRunState.Paused)
        {
            await host.SuspendAsync(id, cancellationToken);
        }

        return ApiResults.Accepted(id);
    }

    public async Task<IResult> ResumeAsync(string id, CancellationToken cancellationToken)
    {
        var episode = await finder.GetAsync(id, cancellationToken);
        switch (episode.State)
        {
            case EpisodeRunState.Paused:
                await host.ResumeAsync(id, cancellationToken);
                break;
            case EpisodeRunState.Failed when await host.RetryAsync(id, cancellationToken):
            case EpisodeRunState.Running or EpisodeRunState.Pending:
                break;
            default:
                throw WrongState(episode, "resumed");
        }

        return ApiResults.Accepted(id);
    }

    public async Task<IResult> ApproveAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var answer = await ReadAnswerAsync(request, cancellationToken);
        var episode = await GetRunningAsync(id, "approved", cancellationToken);
        var (status, _) = await finder.GetStatusAsync(episode, cancellationToken);
        if (status is not { Phase: EpisodeStatus.WaitingForApproval } || (answer.Iteration is { } meant && meant != status.Iteration))
        {
            var waits = status is { Phase: EpisodeStatus.WaitingForApproval } ? $"waits for an answer to iteration {status.Iteration}" : "does not wait for approval";
            throw new ApiException(ProblemType.NotWaiting, $"{id} {waits}.") { Episode = ApiPaths.Episode(id) };
        }

        await AnswerAsync(id, status.Iteration, new Approval(answer.Approved, answer.Comment) { Reviews = await ReviewsAsync(id, status.Iteration, answer, cancellationToken) }, cancellationToken);
        return ApiResults.Accepted(id);
    }

    /// <summary>Forgets an episode. What is gone already does not matter, so that a deletion that died half-way can be sent again.</summary>
    public async Task<IResult> DeleteAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var force = QueryReader.Flag(request, "force");
        _ = await finder.GetAsync(id, cancellationToken);
        if (await host.FindAsync(id, null, cancellationToken) is { } instance)
        {
            var runs = !EpisodeReader.HasEnded(instance.State);
            if (runs && !force)
            {
                throw WrongState(instance, "deleted; cancel it first, or add ?force=true");
            }

            if (runs)
            {
                await EndAsync(id, cancellationToken);
            }

            await host.PurgeAsync(id, cancellationToken);
        }

        await files.DeleteAsync(id, cancellationToken);
        await desk.ForgetAsync(id, cancellationToken);
        await starter.ForgetAsync(id, cancellationToken);
        return Results.NoContent();
    }

    private async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        await host.TerminateAsync(id, cancellationToken);
        for (var check = 0; check < EndChecks; check++)
        {
            if (await host.FindAsync(id, null, cancellationToken) is not { } instance || EpisodeReader.HasEnded(instance.State))
            {
                return;
            }

            await Task.Delay(EndCheckInterval, time, cancellationToken);
        }

        throw new ApiException(ProblemType.WrongState, $"{id} is being ended; send the request again in a moment.") { Episode = ApiPaths.Episode(id) };
    }

    private Task AnswerAsync(string id, int iteration, Approval answer, CancellationToken cancellationToken) =>
        host.RaiseAsync(id, EpisodeNames.IterationInstance(iteration), EpisodeNames.Approval(iteration), answer, cancellationToken);

    private async Task<IReadOnlyList<Review>?> ReviewsAsync(string id, int iteration, ApprovalAnswer answer, CancellationToken cancellationToken) =>
        answer.Approved && await desk.IsAskedForAsync(id, cancellationToken) ? await desk.Decisions(id, iteration).ReadAsync(cancellationToken) : null;

    private static async Task<ApprovalAnswer> ReadAnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await BoundedBody.ReadJsonAsync(request, LongestAnswer, cancellationToken);
        try
        {
            var answer = JsonSerializer.Deserialize(body.Span, ApiJson.Default.ApprovalAnswer) ?? throw new JsonException();
            return answer.Comment is not { Length: > LongestComment } ? answer : throw ApiException.Invalid("comment", $"has more than {LongestComment:N0} characters.");
        }
        catch (JsonException error)
        {
            throw ApiException.Invalid(
                error.Path?.TrimStart('$', '.') ?? "", "the body is not such an answer; send { \"approved\": true } or { \"approved\": false, \"comment\": \"why\" }.");
        }
    }

    private async Task<EpisodeInstance> GetRunningAsync(string id, string what, CancellationToken cancellationToken)
    {
        var known = await finder.GetAsync(id, cancellationToken);
        return await host.FindAsync(id, null, cancellationToken) is { } episode && !EpisodeReader.HasEnded(episode.State) ? episode : throw WrongState(known, what);
    }

    private static ApiException WrongState(EpisodeInstance episode, string what) =>
        new(ProblemType.WrongState, $"{episode.Run} is {episode.State.ToString().ToLowerInvariant()} and cannot be {what}.") { Episode = ApiPaths.Episode(episode.Run) };
}
