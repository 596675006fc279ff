using DataEnvGym.Functions.Hosts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace DataEnvGym.Functions.Triggers;

/// <summary>The routes of curricula. All of what they do is in <see cref="Hosting.Api.CurriculumApi"/>.</summary>
/// <param name="apis">Makes the API for a trigger's client.</param>
public sealed class CurriculumTriggers(ApiFactory apis)
{
    /// <summary><c>POST /api/curricula</c>.</summary>
    [Function("add-curriculum")]
    public Task<IResult> Add(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "curricula")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).AddAsync(request, stop);

    /// <summary><c>GET /api/curricula</c>.</summary>
    [Function("list-curricula")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "curricula")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).ListAsync(request, stop);

    /// <summary><c>GET /api/curricula/{id}</c>.</summary>
    [Function("get-curriculum")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "curricula/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).GetAsync(request, id, stop);

    /// <summary><c>PUT /api/curricula/{id}</c>.</summary>
    [Function("update-curriculum")]
    public Task<IResult> Update(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "curricula/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).UpdateAsync(request, id, stop);

    /// <summary><c>DELETE /api/curricula/{id}</c>.</summary>
    [Function("delete-curriculum")]
    public Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "curricula/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).DeleteAsync(request, id, stop);

    /// <summary><c>POST /api/curricula/{id}/run</c>.</summary>
    [Function("run-curriculum")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "curricula/{id}/run")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).RunAsync(request, id, stop);

    /// <summary><c>POST /api/curricula/{id}/enable</c>.</summary>
    [Function("enable-curriculum")]
    public Task<IResult> Enable(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "curricula/{id}/enable")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).EnableAsync(request, id, stop);

    /// <summary><c>POST /api/curricula/{id}/disable</c>.</summary>
    [Function("disable-curriculum")]
    public Task<IResult> Disable(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "curricula/{id}/disable")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).DisableAsync(request, id, stop);

    /// <summary><c>GET /api/curricula/{id}/history</c>.</summary>
    [Function("list-curriculum-history")]
    public Task<IResult> ListHistory(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "curricula/{id}/history")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        apis.CurriculumRoutes(client).ListHistoryAsync(request, id, stop);
}
