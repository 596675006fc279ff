using DataEnvGym.Functions.Hosts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace DataEnvGym.Functions.Triggers;

/// <summary>The routes of episodes. All of what they do is in <see cref="Hosting.Api.EpisodeApi"/>.</summary>
/// <param name="apis">Makes the API for a trigger's client.</param>
public sealed class EpisodeTriggers(ApiFactory apis)
{
    /// <summary><c>POST /api/episodes</c>.</summary>
    [Function("start-episode")]
    public Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "episodes")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).StartAsync(request, stop);

    /// <summary><c>GET /api/episodes</c>.</summary>
    [Function("list-episodes")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "episodes")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).ListAsync(request, stop);

    /// <summary><c>GET /api/episodes/{id}</c>.</summary>
    [Function("get-episode")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "episodes/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).GetAsync(request, id, stop);

    /// <summary><c>DELETE /api/episodes/{id}</c>.</summary>
    [Function("delete-episode")]
    public Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "episodes/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).DeleteAsync(request, id, stop);

    /// <summary><c>GET /api/episodes/{id}/artifacts</c>.</summary>
    [Function("list-artifacts")]
    public Task<IResult> ListArtifacts(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "episodes/{id}/artifacts")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).ListArtifactsAsync(request, id, stop);

    /// <summary><c>GET /api/episodes/{id}/artifacts/{name}</c>.</summary>
    [Function("get-artifact")]
    public Task<IResult> GetArtifact(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "episodes/{id}/artifacts/{*name}")] HttpRequest request, string id, string name, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).GetArtifactAsync(request, id, name, stop);

    /// <summary><c>GET /api/episodes/{id}/examples</c>.</summary>
    [Function("list-examples")]
    public Task<IResult> ListExamples(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "episodes/{id}/examples")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).ListExamplesAsync(request, id, stop);

    /// <summary><c>GET /api/episodes/{id}/examples/{example}/trace</c>.</summary>
    [Function("trace-example")]
    public Task<IResult> Trace(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "episodes/{id}/examples/{example}/trace")] HttpRequest request, string id, string example, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).TraceAsync(request, id, example, stop);

    /// <summary><c>GET /api/episodes/{id}/reviews</c>.</summary>
    [Function("list-reviews")]
    public Task<IResult> ListReviews(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "episodes/{id}/reviews")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).ListReviewsAsync(request, id, stop);

    /// <summary><c>PUT /api/episodes/{id}/reviews/{example}</c>.</summary>
    [Function("review-example")]
    public Task<IResult> Review(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "episodes/{id}/reviews/{example}")] HttpRequest request, string id, string example, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).ReviewAsync(request, id, example, stop);

    /// <summary><c>POST /api/episodes/{id}/cancel</c>.</summary>
    [Function("cancel-episode")]
    public Task<IResult> Cancel(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "episodes/{id}/cancel")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).CancelAsync(request, id, stop);

    /// <summary><c>POST /api/episodes/{id}/pause</c>.</summary>
    [Function("pause-episode")]
    public Task<IResult> Pause(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "episodes/{id}/pause")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).PauseAsync(request, id, stop);

    /// <summary><c>POST /api/episodes/{id}/resume</c>.</summary>
    [Function("resume-episode")]
    public Task<IResult> Resume(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "episodes/{id}/resume")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).ResumeAsync(request, id, stop);

    /// <summary><c>POST /api/episodes/{id}/approve</c>.</summary>
    [Function("approve-iteration")]
    public Task<IResult> Approve(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "episodes/{id}/approve")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).ApproveAsync(request, id, stop);

    /// <summary><c>GET /api/openapi.json</c>.</summary>
    [Function("openapi")]
    public Task<IResult> OpenApi(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "openapi.json")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.Episodes(client).GetOpenApiAsync(request, stop);

    /// <summary><c>GET /api/healthz</c>: the one route without a key, because it says nothing but that the app answers.</summary>
    [Function("healthz")]
    public IResult Health(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "healthz")] HttpRequest request, [DurableClient] DurableTaskClient client) => apis.Episodes(client).GetHealth();
}
