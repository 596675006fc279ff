using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Hosting.Api.Http;

/// <summary>Writes examples one by one, a line of JSON each, however many there are.</summary>
internal sealed class JsonLinesResult(IAsyncEnumerable<Example> examples) : IResult
{
    /// <summary>The type to ask for in the header Accept.</summary>
    public const string MediaType = "application/jsonl";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellationToken) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = MediaType;
        await foreach (var example in examples.WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(response.Body, example, CoreJson.Default.Example, cancellationToken);
            await response.Body.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
