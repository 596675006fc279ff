using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DataEnvGym.Hosting.Api.Http;

/// <summary>Reads bodies of JSON, and never more of them than will be used.</summary>
internal static class BoundedBody
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>The body of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">Most bytes, whatever length the request claims.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">It is not JSON in UTF-8, or longer than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadJsonAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        RequireJson(request);
        if (request.ContentLength > limit)
        {
            throw TooLarge(limit);
        }

        using var content = new MemoryStream();
        var chunk = new byte[ChunkLength];
        while (await request.Body.ReadAsync(chunk, cancellationToken) is > 0 and var count)
        {
            if (content.Length + count > limit)
            {
                throw TooLarge(limit);
            }

            content.Write(chunk, 0, count);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static void RequireJson(HttpRequest request)
    {
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson)
        {
            throw new ApiException(ProblemType.UnsupportedMediaType, "Send the body as JSON in UTF-8, with the header Content-Type: application/json.");
        }

        if (request.Headers.ContentEncoding.Count > 0)
        {
            throw new ApiException(ProblemType.UnsupportedMediaType, "Send the body as it is, without Content-Encoding.");
        }
    }

    private static ApiException TooLarge(int limit) => new(ProblemType.BodyTooLarge, $"The body has more than {limit:N0} bytes; send a smaller one.");
}
