using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DataEnvGym.Hosting.Api;

/// <summary>Maps the API in a web server of one's own. A Functions app has a trigger for each of these in place of it.</summary>
public static class EpisodeRoutes
{
    /// <summary>Maps every route.</summary>
    public static void MapEpisodeApi(this IEndpointRouteBuilder routes, EpisodeApi api)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(api);
        routes.Map("POST", "/api/episodes", api.StartAsync);
        routes.Map("GET", "/api/episodes", api.ListAsync);
        routes.MapEpisode("GET", "", api.GetAsync);
        routes.MapEpisode("DELETE", "", api.DeleteAsync);
        routes.MapEpisode("GET", "/artifacts", api.ListArtifactsAsync);
        routes.MapEpisode(
            "GET", "/artifacts/{**name}", (request, id, cancellationToken) => api.GetArtifactAsync(request, id, (string?)request.RouteValues["name"] ?? "", cancellationToken));
        routes.MapEpisode("GET", "/examples", api.ListExamplesAsync);
        routes.MapExample("GET", "/examples/{example}/trace", api.TraceAsync);
        routes.MapEpisode("GET", "/reviews", api.ListReviewsAsync);
        routes.MapExample("PUT", "/reviews/{example}", api.ReviewAsync);
        routes.MapEpisode("POST", "/cancel", api.CancelAsync);
        routes.MapEpisode("POST", "/pause", api.PauseAsync);
        routes.MapEpisode("POST", "/resume", api.ResumeAsync);
        routes.MapEpisode("POST", "/approve", api.ApproveAsync);
        routes.Map("GET", "/api/openapi.json", api.GetOpenApiAsync);
        routes.Map("GET", "/api/healthz", (_, _) => Task.FromResult(api.GetHealth()));
    }

    /// <summary>Maps every route of curricula.</summary>
    public static void MapCurriculumApi(this IEndpointRouteBuilder routes, CurriculumApi api)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(api);
        routes.Map("POST", "/api/curricula", api.AddAsync);
        routes.Map("GET", "/api/curricula", api.ListAsync);
        routes.MapCurriculum("GET", "", api.GetAsync);
        routes.MapCurriculum("PUT", "", api.UpdateAsync);
        routes.MapCurriculum("DELETE", "", api.DeleteAsync);
        routes.MapCurriculum("POST", "/run", api.RunAsync);
        routes.MapCurriculum("POST", "/enable", api.EnableAsync);
        routes.MapCurriculum("POST", "/disable", api.DisableAsync);
        routes.MapCurriculum("GET", "/history", api.ListHistoryAsync);
    }

    private static void MapCurriculum(this IEndpointRouteBuilder routes, string method, string path, Func<HttpRequest, string, CancellationToken, Task<IResult>> answer) =>
        routes.MapOne(method, $"/api/curricula/{{id}}{path}", answer);

    private static void MapEpisode(this IEndpointRouteBuilder routes, string method, string path, Func<HttpRequest, string, CancellationToken, Task<IResult>> answer) =>
        routes.MapOne(method, $"/api/episodes/{{id}}{path}", answer);

    private static void MapExample(
        this IEndpointRouteBuilder routes, string method, string path, Func<HttpRequest, string, string, CancellationToken, Task<IResult>> answer) =>
        routes.MapEpisode(method, path, (request, id, cancellationToken) => answer(request, id, (string)request.RouteValues["example"]!, cancellationToken));

    private static void MapOne(this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpRequest, string, CancellationToken, Task<IResult>> answer) =>
        routes.Map(method, pattern, (request, cancellationToken) => answer(request, (string)request.RouteValues["id"]!, cancellationToken));

    private static void Map(this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpRequest, CancellationToken, Task<IResult>> answer) =>
        routes.MapMethods(pattern, [method], async context => await (await answer(context.Request, context.RequestAborted)).ExecuteAsync(context));
}
