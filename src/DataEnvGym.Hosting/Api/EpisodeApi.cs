using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;
using DataEnvGym.Hosting.Api.Handlers;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Models;
using DataEnvGym.Hosting.Api.Rules;
using DataEnvGym.Hosting.Api.Security;
using DataEnvGym.Hosting.Api.Starts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Hosting.Api;

/// <summary>
/// The HTTP API for episodes, one method per route, as <c>docs/api.md</c> and the OpenAPI document describe it. Whoever calls a method has matched the
/// route and asked for the function's key; everything else happens here.
/// </summary>
public sealed class EpisodeApi
{
    private readonly ApiGuard guard;
    private readonly StartHandler starts;
    private readonly EpisodeReader reader;
    private readonly ControlHandler controls;
    private readonly ArtifactHandler artifacts;
    private readonly ExampleHandler examples;
    private readonly TraceHandler traces;
    private readonly ReviewHandler reviews;

    /// <summary>An API over an engine and its storage.</summary>
    /// <param name="host">Who runs episodes.</param>
    /// <param name="files">What runs have stored.</param>
    /// <param name="stores">The same, by reference.</param>
    /// <param name="control">The control documents.</param>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Takes what goes wrong.</param>
    public EpisodeApi(IEpisodeHost host, IRunFiles files, IArtifactStores stores, IDocumentStore control, ApiOptions options, TimeProvider time, ILogger<EpisodeApi> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        var starter = new EpisodeStarter(host, control, time);
        var finder = new EpisodeFinder(host, starter);
        var desk = new ReviewDesk(host, control);
        guard = new(new ApiAuthorization(options.RequireRoles), log);
        starts = new(starter, new HostedSpecRules(options.Limits, options.Data));
        reader = new(host, finder, starter);
        controls = new(host, finder, starter, files, desk, time);
        artifacts = new(files, finder);
        examples = new(files, finder);
        traces = new(host, finder, files, stores, options.Data);
        reviews = new(files, finder, desk);
    }

    /// <summary><c>POST /api/episodes</c>.</summary>
    public Task<IResult> StartAsync(HttpRequest request, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => starts.StartAsync(request, cancellationToken));

    /// <summary><c>GET /api/episodes</c>.</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => reader.ListAsync(request, cancellationToken));

    /// <summary><c>GET /api/episodes/{id}</c>.</summary>
    public Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => reader.GetAsync(id, cancellationToken));

    /// <summary><c>DELETE /api/episodes/{id}</c>.</summary>
    public Task<IResult> DeleteAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => controls.DeleteAsync(request, id, cancellationToken));

    /// <summary><c>GET /api/episodes/{id}/artifacts</c>.</summary>
    public Task<IResult> ListArtifactsAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => artifacts.ListAsync(id, cancellationToken));

    /// <summary><c>GET /api/episodes/{id}/artifacts/{name}</c>, where the name may have slashes.</summary>
    public Task<IResult> GetArtifactAsync(HttpRequest request, string id, string name, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => artifacts.GetAsync(id, name, cancellationToken));

    /// <summary><c>GET /api/episodes/{id}/examples</c>.</summary>
    public Task<IResult> ListExamplesAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => examples.ListAsync(request, id, cancellationToken));

    /// <summary><c>GET /api/episodes/{id}/examples/{example}/trace</c>.</summary>
    public Task<IResult> TraceAsync(HttpRequest request, string id, string example, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => traces.GetAsync(id, example, cancellationToken));

    /// <summary><c>GET /api/episodes/{id}/reviews</c>.</summary>
    public Task<IResult> ListReviewsAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => reviews.ListAsync(id, cancellationToken));

    /// <summary><c>PUT /api/episodes/{id}/reviews/{example}</c>.</summary>
    public Task<IResult> ReviewAsync(HttpRequest request, string id, string example, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => reviews.DecideAsync(request, id, example, cancellationToken));

    /// <summary><c>POST /api/episodes/{id}/cancel</c>.</summary>
    public Task<IResult> CancelAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => controls.CancelAsync(request, id, cancellationToken));

    /// <summary><c>POST /api/episodes/{id}/pause</c>.</summary>
    public Task<IResult> PauseAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => controls.PauseAsync(id, cancellationToken));

    /// <summary><c>POST /api/episodes/{id}/resume</c>.</summary>
    public Task<IResult> ResumeAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => controls.ResumeAsync(id, cancellationToken));

    /// <summary><c>POST /api/episodes/{id}/approve</c>.</summary>
    public Task<IResult> ApproveAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => controls.ApproveAsync(request, id, cancellationToken));

    /// <summary><c>GET /api/openapi.json</c>.</summary>
    public Task<IResult> GetOpenApiAsync(HttpRequest request, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => Task.FromResult(Results.Text(OpenApiDocument.Text, "application/json")));

    /// <summary><c>GET /api/healthz</c>, for everyone: says that the service answers, and nothing else.</summary>
    public IResult GetHealth() => ApiResults.Json(new("ok"), ApiJson.Default.Health);
}
