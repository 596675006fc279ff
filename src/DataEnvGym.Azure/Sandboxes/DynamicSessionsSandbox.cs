using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using DataEnvGym.Azure.ContainerApps;
using DataEnvGym.Core.Sandboxes;

namespace DataEnvGym.Azure.Sandboxes;

/// <summary>Runs programs in Azure Container Apps dynamic sessions, each in a virtual machine of its own that no other program sees:
/// https://learn.microsoft.com/azure/container-apps/sessions-code-interpreter. Processes and the work folder have the session's limits, not the request's.</summary>
public sealed class DynamicSessionsSandbox : ISandbox
{
    private const string ApiVersion = "2025-10-02-preview";
    private const int MaxSeconds = 220;
    private const int Slack = 20;

    private readonly Uri pool;
    private readonly HttpPipeline pipeline;

    /// <summary>A sandbox over a pool of Python sessions, which must not allow network egress.</summary>
    /// <param name="poolManagementEndpoint">The pool's management endpoint, with https.</param>
    /// <param name="credential">An identity with the role "Azure ContainerApps Session Executor" on the pool.</param>
    /// <exception cref="ArgumentException">The endpoint is no https address.</exception>
    public DynamicSessionsSandbox(Uri poolManagementEndpoint, TokenCredential credential)
        : this(poolManagementEndpoint, credential, null)
    {
    }

    internal DynamicSessionsSandbox(Uri poolManagementEndpoint, TokenCredential credential, HttpPipelineTransport? transport)
    {
        if (poolManagementEndpoint.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException($"The pool management endpoint is {poolManagementEndpoint}; it must begin with https.", nameof(poolManagementEndpoint));
        }

        pool = poolManagementEndpoint;
        var options = new Options();
        options.Diagnostics.ApplicationId = "dataenvgym";
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(MaxSeconds + Slack);
        options.Transport = transport ?? options.Transport;
        pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, "https://dynamicsessions.io/.default"));
    }

    /// <summary>A sandbox over a pool of Python sessions, by the identity of this process.</summary>
    /// <param name="poolManagementEndpoint">The pool's management endpoint, with https.</param>
    /// <param name="clientId">The managed identity, where the host has several.</param>
    /// <exception cref="ArgumentException">The endpoint is no https address.</exception>
    public static DynamicSessionsSandbox ByIdentity(Uri poolManagementEndpoint, string? clientId = null) => new(poolManagementEndpoint, (TokenCredential)EntraTokens.Of(clientId));

    /// <inheritdoc/>
    public async Task<SandboxResult> RunAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        request.Check();
        var seconds = (int)Math.Ceiling(request.Limits.WallTime.TotalSeconds) + Slack;
        if (seconds > MaxSeconds)
        {
            throw new SandboxRequestException($"Limits.WallTime is {request.Limits.WallTime.TotalSeconds} s; a dynamic session gives a program at most {MaxSeconds - Slack} s.");
        }

        // Nobody can guess the session, and none is used twice.
        var (session, secret) = (NewSecret(), NewSecret());
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new($"{pool.AbsoluteUri.TrimEnd('/')}/executions?api-version={ApiVersion}&identifier={session}"));
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(
            new("Inline", "Synchronous", SessionScript.For(SessionRequest.Of(request, secret)), seconds), SessionJson.Default.ExecutionRequest));
        try
        {
            await pipeline.SendAsync(message, cancellationToken);
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException)
        {
            return Failure($"{pool.Host} cannot be reached: {error.Message}");
        }

        return Read(message.Response, secret);
    }

    private SandboxResult Read(Response response, string secret)
    {
        if (response.Status is 401 or 403)
        {
            throw new SandboxUnavailableException($"The session pool at {pool} refused this identity ({response.Status}); give it the role \"Azure ContainerApps Session Executor\" on the pool.");
        }

        if (response.Status == 404)
        {
            throw new SandboxUnavailableException($"There is no session pool at {pool}; take the pool management endpoint from its overview page.");
        }

        var body = Parse(response.Content.ToString());
        if (response.IsError)
        {
            return Failure($"The session pool answered {response.Status} {body.Text("error", "code")} {body.Text("error", "message")}".TrimEnd());
        }

        return Answer(body.Text("result", "stdout") ?? "", secret)
            ?? Failure($"The session ended as \"{body.Text("status")}\" without an answer. {body.Text("error", "message")} {body.Text("result", "stderr")}".TrimEnd());
    }

    private static SandboxResult? Answer(string text, string secret)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(text, SessionJson.Default.SessionAnswer);
            return answer?.Secret == secret ? answer.ToResult() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // A proxy's page: the status says enough.
            return null;
        }
    }

    private static SandboxResult Failure(string problem) => new(SandboxOutcome.SandboxFailure) { Problem = problem.Length <= 2000 ? problem : problem[..2000] };

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed class Options : ClientOptions;
}
