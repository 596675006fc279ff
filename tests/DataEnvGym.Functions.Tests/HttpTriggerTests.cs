using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace DataEnvGym.Functions.Tests;

/// <summary>The triggers are the API that its document describes, behind a key.</summary>
public sealed class HttpTriggerTests
{
    private static readonly List<HttpTriggerAttribute> Triggers =
    [
        .. typeof(Orchestrations).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>(),
    ];

    [Fact]
    public void Triggers_Routes_AreThoseOfTheDocument() =>
        Triggers.SelectMany(trigger => trigger.Methods!.Select(method => $"{method} /api/{trigger.Route!.Replace("{*", "{", StringComparison.Ordinal)}")).Order()
            .ShouldBe(Described().Order());

    [Fact]
    public void Triggers_WithoutAKey_IsTheHealthCheckAlone() =>
        Triggers.Where(trigger => trigger.AuthLevel == AuthorizationLevel.Anonymous).Select(trigger => trigger.Route).ShouldBe(["healthz"]);

    private static IEnumerable<string> Described()
    {
        var document = JsonNode.Parse(Hosting.Api.OpenApiDocument.Text)!;
        return document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Where(operation => operation.Key is "get" or "post" or "put" or "delete")
            .Select(operation => $"{operation.Key} {path.Key}"));
    }
}
