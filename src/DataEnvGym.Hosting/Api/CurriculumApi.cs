using DataEnvGym.Hosting.Api.Handlers;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Rules;
using DataEnvGym.Hosting.Api.Security;
using DataEnvGym.Hosting.Curricula;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Hosting.Api;

/// <summary>The HTTP API for curricula, one method per route, beside <see cref="EpisodeApi"/> and in the same way.</summary>
public sealed class CurriculumApi
{
    private readonly ApiGuard guard;
    private readonly CurriculumHandler handler;

    /// <summary>An API over the curricula of a service.</summary>
    /// <param name="service">The curricula.</param>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Takes what goes wrong.</param>
    public CurriculumApi(CurriculumService service, ApiOptions options, TimeProvider time, ILogger<CurriculumApi> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        guard = new(new ApiAuthorization(options.RequireRoles), log);
        handler = new(service, new HostedSpecRules(options.Limits, options.Data), time);
    }

    /// <summary><c>POST /api/curricula</c>.</summary>
    public Task<IResult> AddAsync(HttpRequest request, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => handler.AddAsync(request, cancellationToken));

    /// <summary><c>GET /api/curricula</c>.</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => handler.ListAsync(cancellationToken));

    /// <summary><c>GET /api/curricula/{id}</c>.</summary>
    public Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => handler.GetAsync(id, cancellationToken));

    /// <summary><c>PUT /api/curricula/{id}</c>.</summary>
    public Task<IResult> UpdateAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => handler.UpdateAsync(request, id, cancellationToken));

    /// <summary><c>DELETE /api/curricula/{id}</c>.</summary>
    public Task<IResult> DeleteAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => handler.DeleteAsync(id, cancellationToken));

    /// <summary><c>POST /api/curricula/{id}/run</c>.</summary>
    public Task<IResult> RunAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => handler.RunAsync(id, cancellationToken));

    /// <summary><c>POST /api/curricula/{id}/enable</c>.</summary>
    public Task<IResult> EnableAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => handler.SetEnabledAsync(id, enabled: true, cancellationToken));

    /// <summary><c>POST /api/curricula/{id}/disable</c>.</summary>
    public Task<IResult> DisableAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Write, () => handler.SetEnabledAsync(id, enabled: false, cancellationToken));

    /// <summary><c>GET /api/curricula/{id}/history</c>.</summary>
    public Task<IResult> ListHistoryAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        guard.RunAsync(request, ApiRole.Read, () => handler.HistoryAsync(request, id, cancellationToken));
}
