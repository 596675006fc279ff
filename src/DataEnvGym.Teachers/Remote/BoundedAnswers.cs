namespace DataEnvGym.Teachers.Remote;

/// <summary>
/// Refuses answers longer than a bound, which no limit on tokens could have let through. An answer in one piece is read whole; one that comes piece by piece is counted
/// as it is read.
/// </summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Most bytes of an answer.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>Most bytes of an answer that comes piece by piece, each of which has a wrapping of some 200 bytes.</summary>
    public const int MaxStreamBytes = 64 << 20;

    private const string EventStream = "text/event-stream";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == EventStream)
            {
                var counted = new StreamContent(new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), MaxStreamBytes));
                counted.Headers.ContentType = response.Content.Headers.ContentType;
                response.Content = counted;
            }
            else
            {
                await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
