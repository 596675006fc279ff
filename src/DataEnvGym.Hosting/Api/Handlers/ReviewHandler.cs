using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Models;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>Lets a person look at single examples of an iteration that waits, and decide about them.</summary>
internal sealed class ReviewHandler(IRunFiles files, EpisodeFinder finder, ReviewDesk desk)
{
    private const int LongestBody = 64 * 1024;
    private const int LongestReason = 2000;

    // They travel to the episode with the answer to the iteration, in one event.
    private const int LongestDecisions = 256 * 1024;

    public async Task<IResult> ListAsync(string id, CancellationToken cancellationToken)
    {
        var iteration = await WaitingAsync(id, null, cancellationToken);
        var examples = await ReadAsync(id, iteration, "examples", CoreJson.Default.Example, cancellationToken);
        var queue = await ReadAsync(id, iteration, "review", CoreJson.Default.ReviewWish, cancellationToken);
        var decisions = (await desk.Decisions(id, iteration).ReadAsync(cancellationToken)).ToDictionary(review => review.Example, StringComparer.Ordinal);
        var why = queue.ToDictionary(wish => wish.Example, wish => wish.Why, StringComparer.Ordinal);
        var items = examples.Where(example => why.ContainsKey(example.Id) || decisions.ContainsKey(example.Id))
            .Select(example => new ReviewEntry(example, why.GetValueOrDefault(example.Id), decisions.GetValueOrDefault(example.Id))).ToList();
        return ApiResults.Json(new(iteration, items, items.Count(item => item.Decision is null)), ApiJson.Default.ReviewList);
    }

    public async Task<IResult> DecideAsync(HttpRequest request, string id, string example, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(request, cancellationToken);
        var iteration = await WaitingAsync(id, answer.Iteration, cancellationToken);
        var found = (await ReadAsync(id, iteration, "examples", CoreJson.Default.Example, cancellationToken)).Find(kept => kept.Id == example) ?? throw TraceHandler.NotFound(id);
        var review = new Review(found.Id, answer.Verdict) { Reason = answer.Reason, Prompt = answer.Prompt, Solution = answer.Solution, Answer = answer.Answer };
        var decisions = desk.Decisions(id, iteration);
        if ((await decisions.ReadAsync(cancellationToken)).Where(old => old.Example != example).Append(review).Sum(LengthOf) > LongestDecisions)
        {
            throw ApiException.Invalid("", $"the decisions about iteration {iteration} have more than {LongestDecisions:N0} characters together; shorten reasons and changes.");
        }

        await decisions.AddAsync([review], cancellationToken);
        var why = (await ReadAsync(id, iteration, "review", CoreJson.Default.ReviewWish, cancellationToken)).Find(wish => wish.Example == example)?.Why;
        return ApiResults.Json(new(found, why, review), ApiJson.Default.ReviewEntry);
    }

    private async Task<int> WaitingAsync(string id, int? meant, CancellationToken cancellationToken)
    {
        var episode = await finder.GetAsync(id, cancellationToken);
        var status = EpisodeReader.HasEnded(episode.State) ? null : (await finder.GetStatusAsync(episode, cancellationToken)).Status;
        var problem = status is not { Phase: EpisodeStatus.WaitingForApproval } ? "does not wait for a review"
            : meant is { } iteration && iteration != status.Iteration ? $"waits for a review of iteration {status.Iteration}"
            : !await desk.IsAskedForAsync(id, cancellationToken) ? $"is approved of as a whole, with POST {ApiPaths.Approve(id)}; a spec with curation.review shows single examples"
            : null;
        return problem is null ? status!.Iteration : throw new ApiException(ProblemType.NotWaiting, $"{id} {problem}.") { Episode = ApiPaths.Episode(id) };
    }

    // A top-up writes the whole selection anew, so that the last round is the one that waits.
    private async Task<List<T>> ReadAsync<T>(string id, int iteration, string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var last = await files.ListAsync(id, cancellationToken).Select(file => file.Name)
            .Where(file => KnownArtifacts.RoundOf(file, iteration, name) is not null)
            .OrderBy(file => KnownArtifacts.RoundOf(file, iteration, name)).LastOrDefaultAsync(cancellationToken);
        if (last is null || await files.OpenReadAsync(id, last, cancellationToken) is not { } found)
        {
            return [];
        }

        await using var content = found.Content;
        return await JsonLines.ReadAsync(content, type, cancellationToken).ToListAsync(cancellationToken);
    }

    private static async Task<ReviewAnswer> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await BoundedBody.ReadJsonAsync(request, LongestBody, cancellationToken);
        ReviewAnswer answer;
        try
        {
            answer = JsonSerializer.Deserialize(body.Span, ApiJson.Default.ReviewAnswer) ?? throw new JsonException();
        }
        catch (JsonException error)
        {
            throw ApiException.Invalid(
                error.Path?.TrimStart('$', '.') ?? "", "the body is not such a decision; send { \"verdict\": \"approve\" }, { \"verdict\": \"reject\", \"reason\": \"why\" } or { \"verdict\": \"edit\", \"answer\": \"new\" }.");
        }

        var changes = answer is not { Prompt: null, Solution: null, Answer: null };
        return answer.Reason is { Length: > LongestReason } ? throw ApiException.Invalid("reason", $"has more than {LongestReason:N0} characters.")
            : changes == (answer.Verdict == ReviewVerdict.Edit) ? answer
            : changes ? throw ApiException.Invalid("verdict", $"is \"{Words.Of(answer.Verdict)}\", which changes nothing; set it to \"edit\", or leave prompt, solution and answer out.")
            : throw ApiException.Invalid("verdict", "is \"edit\", and nothing is changed; give prompt, solution or answer.");
    }

    private static int LengthOf(Review review) =>
        review.Example.Length + (review.Reason?.Length ?? 0) + (review.Prompt?.Length ?? 0) + (review.Solution?.Length ?? 0) + (review.Answer?.Length ?? 0);
}
