using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Hosting.Api.Models;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Http;

/// <summary>The answers that the API gives.</summary>
internal static class ApiResults
{
    public static IResult Json<T>(T value, JsonTypeInfo<T> type) => Results.Json(value, type);

    /// <summary>The request is being carried out; the episode tells how it does.</summary>
    public static IResult Accepted(string run)
    {
        var href = ApiPaths.Episode(run);
        return new WithHeader("Location", href, Results.Json(new EpisodeAccepted(run, href), ApiJson.Default.EpisodeAccepted, statusCode: StatusCodes.Status202Accepted));
    }

    /// <summary>Something was made, and lies there.</summary>
    public static IResult Created<T>(string href, T value, JsonTypeInfo<T> type) =>
        new WithHeader("Location", href, Results.Json(value, type, statusCode: StatusCodes.Status201Created));

    public static IResult Problem(Problem problem) =>
        Results.Json(problem, ApiJson.Default.Problem, contentType: "application/problem+json", statusCode: problem.Status);

    private sealed class WithHeader(string name, string value, IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[name] = value;
            return inner.ExecuteAsync(httpContext);
        }
    }
}
