using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;

namespace DataEnvGym.Azure.ContainerApps;

/// <summary>Sends requests to the Azure Resource Manager.</summary>
internal sealed class ArmClient
{
    private static readonly RetriedReads Reads = new();
    private static readonly NothingRetried Writes = new();

    private readonly Uri endpoint;
    private readonly HttpPipeline pipeline;

    public ArmClient(Uri endpoint, TokenCredential credential, HttpPipelineTransport? transport)
    {
        this.endpoint = endpoint;
        var options = new Options();
        options.Diagnostics.ApplicationId = "dataenvgym";
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(500);
        options.Transport = transport ?? options.Transport;
        pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, new Uri(endpoint, "/.default").AbsoluteUri));
    }

    /// <param name="address">Path and query, or an address that the service gave, which must be its own: the token goes nowhere else.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ArmAnswer> GetAsync(string address, CancellationToken cancellationToken) => SendAsync(RequestMethod.Get, address, null, Reads, cancellationToken);

    /// <summary>Posts once: a second try after a lost answer would do it twice.</summary>
    public Task<ArmAnswer> PostAsync(string address, JsonNode? body, CancellationToken cancellationToken) =>
        SendAsync(RequestMethod.Post, address, body, Writes, cancellationToken);

    private async Task<ArmAnswer> SendAsync(RequestMethod method, string address, JsonNode? body, ResponseClassifier classifier, CancellationToken cancellationToken)
    {
        var uri = new Uri(endpoint, address);
        if (uri.GetLeftPart(UriPartial.Authority) != endpoint.GetLeftPart(UriPartial.Authority))
        {
            throw new ContainerAppsException($"The service pointed to {uri.GetLeftPart(UriPartial.Authority)}, which is not {endpoint}; nothing was sent there.");
        }

        using var message = pipeline.CreateMessage();
        message.ResponseClassifier = classifier;
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        message.Request.Headers.Add("Accept", "application/json");
        if (body is not null)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(BinaryData.FromString(body.ToJsonString()));
        }

        await pipeline.SendAsync(message, cancellationToken);
        return new(message.Response.Status, Parse(message.Response.Content), RetryAfter(message.Response.Headers));
    }

    private static JsonNode? Parse(BinaryData content)
    {
        try
        {
            return content.ToMemory().IsEmpty ? null : JsonNode.Parse(content.ToMemory().Span);
        }
        catch (JsonException)
        {
            // A proxy's page: the status says enough.
            return null;
        }
    }

    private static TimeSpan? RetryAfter(ResponseHeaders headers) =>
        headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private sealed class Options : ClientOptions;

    private sealed class NothingRetried : ResponseClassifier
    {
        public override bool IsRetriableResponse(HttpMessage message) => false;

        public override bool IsRetriableException(Exception exception) => false;

        public override bool IsErrorResponse(HttpMessage message) => message.Response.Status >= 400;
    }

    // 429 is not among them: what it asks for may be minutes, which the workflow waits out better than a thread.
    private sealed class RetriedReads : ResponseClassifier
    {
        public override bool IsRetriableResponse(HttpMessage message) => message.Response.Status is 408 or 500 or 502 or 503 or 504;

        public override bool IsErrorResponse(HttpMessage message) => message.Response.Status >= 400;
    }
}
