using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Azure.Tests.ContainerApps;

/// <summary>A request that the stand-in got.</summary>
internal sealed record ArmCall(string Method, string Address, JsonNode? Body, string Authorization)
{
    public override string ToString() => $"{Method} {Address}";
}

/// <summary>What it answers.</summary>
internal sealed record ArmReply(int Status, JsonNode? Body = null, string? RetryAfter = null);

/// <summary>Stands in for the Azure Resource Manager on this machine, over real TLS: one job, its executions, and whatever failure a test scripts.</summary>
internal sealed class ArmStandIn : IAsyncDisposable
{
    public const string JobPath = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-lab/providers/Microsoft.App/jobs/student";
    public const string Query = "?api-version=2025-07-01";
    public const string JobGet = $"GET {JobPath}{Query}";
    public const string ListGet = $"GET {JobPath}/executions{Query}";
    public const string StartPost = $"POST {JobPath}/start{Query}";

    private readonly X509Certificate2 certificate;
    private readonly WebApplication app;

    private ArmStandIn()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=stand-in", key, HashAlgorithmName.SHA256);
        certificate = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Endpoint => new(app.Urls.Single());

    public HttpPipelineTransport Transport => new HttpClientTransport(new HttpClient(new SocketsHttpHandler
    {
        SslOptions = new() { RemoteCertificateValidationCallback = (_, presented, _, _) => presented!.GetCertHashString() == certificate.GetCertHashString() },
    }));

    public ConcurrentQueue<ArmCall> Calls { get; } = [];

    /// <summary>The executions, the latest first as the service lists them.</summary>
    public List<JsonObject> Executions { get; } = [];

    /// <summary>Answers instead of the stand-in, or not.</summary>
    public Func<ArmCall, ArmReply?> Script { get; set; } = _ => null;

    public JsonNode Job { get; set; } = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ContainerApps", "job.json")))!;

    public static async Task<ArmStandIn> StartAsync()
    {
        var arm = new ArmStandIn();
        await arm.app.StartAsync();
        return arm;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    /// <summary>Starts an execution of a template, as the service would.</summary>
    public ArmReply Start(ArmCall call)
    {
        var name = $"student-{Executions.Count + 1}";
        Executions.Insert(0, new() { ["name"] = name, ["properties"] = new JsonObject { ["status"] = "Running", ["template"] = call.Body!.DeepClone() } });
        return new(200, new JsonObject { ["name"] = name, ["id"] = $"{JobPath}/executions/{name}" });
    }

    public static ArmReply Error(int status, string code, string message, string? retryAfter = null) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, retryAfter);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var request = context.Request;
        var call = new ArmCall(request.Method, request.Path + request.QueryString, text.Length == 0 ? null : JsonNode.Parse(text), request.Headers.Authorization.ToString());
        Calls.Enqueue(call);
        var reply = Script(call) ?? Answer(call);
        context.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = reply.RetryAfter;
        }

        if (reply.Body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(reply.Body.ToJsonString());
        }
    }

    private ArmReply Answer(ArmCall call) => call.ToString() switch
    {
        JobGet => new(200, Job.DeepClone()),
        ListGet => new(200, List([.. Executions], null)),
        StartPost => Start(call),
        _ when Find(call) is { } execution => Answer(call, execution),
        _ => Error(404, "ResourceNotFound", "The resource was not found."),
    };

    private static ArmReply Answer(ArmCall call, JsonObject execution)
    {
        if (call.Address.EndsWith("/stop" + Query, StringComparison.Ordinal))
        {
            execution["properties"]!["status"] = "Stopped";
            return new(202);
        }

        return new(200, execution.DeepClone());
    }

    private JsonObject? Find(ArmCall call) => Executions.Find(
        execution => call.Address.StartsWith($"{JobPath}/executions/{execution["name"]}", StringComparison.Ordinal));

    public static JsonObject List(JsonNode[] executions, string? next)
    {
        var page = new JsonObject { ["value"] = new JsonArray([.. executions.Select(execution => execution.DeepClone())]) };
        if (next is not null)
        {
            page["nextLink"] = next;
        }

        return page;
    }
}
