using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Hosting.Api;
using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Api.Models;
using DataEnvGym.Hosting.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>The OpenAPI document is written by hand; these tests keep it true.</summary>
public sealed partial class OpenApiTests(FinishedEpisode finished) : IClassFixture<FinishedEpisode>
{
    private readonly ApiServer server = finished.Server;
    private readonly JsonNode document = JsonNode.Parse(OpenApiDocument.Text)!;

    private SchemaCheck Schemas => new(document);

    [Fact]
    public async Task Document_Served_IsWholeAndStandsAlone()
    {
        (await server.GetAsync("/api/openapi.json")).ShouldBe(200).Text.ShouldBe(OpenApiDocument.Text);

        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1.");
        var spec = JsonNode.Parse(EpisodeSchema.Text)!.AsObject();
        spec.Remove("$schema");
        JsonNode.DeepEquals(document["components"]!["schemas"]!["EpisodeSpec"], spec).ShouldBeTrue();
        var curriculum = JsonNode.Parse(CurriculumSchema.Text)!.AsObject();
        curriculum.Remove("$schema");
        JsonNode.DeepEquals(document["components"]!["schemas"]!["CurriculumSpec"], curriculum).ShouldBeTrue();
        foreach (var reference in All(document).Where(node => node["$ref"] is not null))
        {
            reference["$ref"]!.GetValue<string>().ShouldStartWith("#/components/");
            Schemas.Resolve(reference).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Document_Operations_AreExactlyTheRoutes()
    {
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText!.Replace("**", "", StringComparison.Ordinal)}"));

        Operations().Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}").Order().ShouldBe(routes.Order());
        Operations().Select(operation => operation.Value["operationId"]!.GetValue<string>()).ShouldBeUnique();
    }

    [Fact]
    public void Document_Operations_NeedAKeyUnlessTheyAreForEveryone() =>
        Operations().Where(operation => operation.Value["security"] is not null).ShouldHaveSingleItem().Path.ShouldBe("/api/healthz");

    [Fact]
    public void Document_PathParameters_AreDescribed()
    {
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var described = (item!["parameters"] as JsonArray ?? []).Select(parameter => Schemas.Resolve(parameter!)["name"]!.GetValue<string>());
            PathParameter().Matches(path).Select(match => match.Groups[1].Value).ShouldBe(described);
        }
    }

    public static TheoryData<string> Types => [.. SchemaTypes().Keys];

    // What is written can be read by who believes the document: the same fields, and those are required that are always there.
    [Theory]
    [MemberData(nameof(Types))]
    public void Document_Schema_HasTheFieldsOfItsType(string name)
    {
        var schema = document["components"]!["schemas"]![name]!;
        var fields = SchemaTypes()[name].Properties.Where(field => field.Get is not null).ToList();

        schema["properties"]!.AsObject().Select(pair => pair.Key).ShouldBe(fields.Select(field => field.Name));
        schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        schema["required"]!.AsArray().Select(field => $"{field}").ShouldBe(
            fields.Where(field => !field.IsGetNullable && Nullable.GetUnderlyingType(field.PropertyType) is null).Select(field => field.Name));
    }

    [Fact]
    public void Document_Schemas_AreAllChecked() =>
        document["components"]!["schemas"]!.AsObject().Select(pair => pair.Key).Order().ShouldBe(SchemaTypes().Keys.Append("EpisodeSpec").Append("CurriculumSpec").Append("EpisodeRunState").Order());

    [Fact]
    public void Document_Examples_FitTheirSchemas()
    {
        var contents = All(document).Where(node => node["schema"] is not null && node["example"] is not null).ToList();

        contents.Count.ShouldBeGreaterThan(20);
        contents.SelectMany(content => Schemas.Problems(content["schema"]!, content["example"])).ShouldBeEmpty();
        var spec = Operation("post", "/api/episodes")["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString();
        SpecReader.Read(Encoding.UTF8.GetBytes(spec), "the example").Approval.ShouldBe(ApprovalGate.BeforeTraining);
    }

    [Theory]
    [InlineData("get", "/api/episodes", "")]
    [InlineData("get", "/api/episodes/{id}", "")]
    [InlineData("get", "/api/episodes/{id}/artifacts", "")]
    [InlineData("get", "/api/episodes/{id}/examples", "?limit=3")]
    [InlineData("get", "/api/episodes/{id}/examples", "?limit=0")]
    [InlineData("get", "/api/episodes/{id}/examples/{example}/trace", "")]
    [InlineData("get", "/api/episodes/{id}/reviews", "")]
    [InlineData("put", "/api/episodes/{id}/reviews/{example}", "")]
    [InlineData("get", "/api/episodes", "?limit=0")]
    [InlineData("get", "/api/healthz", "")]
    [InlineData("post", "/api/episodes", "")]
    [InlineData("post", "/api/episodes/{id}/cancel", "")]
    [InlineData("post", "/api/episodes/{id}/pause", "")]
    [InlineData("post", "/api/episodes/{id}/resume", "")]
    [InlineData("post", "/api/episodes/{id}/approve", "")]
    [InlineData("delete", "/api/episodes/{id}", "?force=perhaps")]
    [InlineData("get", "/api/curricula", "")]
    [InlineData("get", "/api/curricula/{id}", "")]
    [InlineData("put", "/api/curricula/{id}", "")]
    [InlineData("post", "/api/curricula", "")]
    [InlineData("post", "/api/curricula/{id}/run", "")]
    [InlineData("get", "/api/curricula/{id}/history", "?limit=0")]
    public async Task Answers_OfTheServer_FitTheDocument(string method, string path, string query)
    {
        using var request = new HttpRequestMessage(new(method), path.Replace("{id}", "done", StringComparison.Ordinal) + query);
        var answer = await server.SendAsync(request);

        var response = Operation(method, path)["responses"]![$"{(int)answer.Response.StatusCode}"];
        response.ShouldNotBeNull($"{(int)answer.Response.StatusCode}");
        var content = Schemas.Resolve(response)["content"]![answer.Response.Content.Headers.ContentType!.MediaType!]!;
        Schemas.Problems(content["schema"]!, answer.Json).ShouldBeEmpty();
    }

    [Fact]
    public void Guide_RoutesAndProblems_AreAllNamed()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "api.md"));

        Operations().Select(operation => $"`{operation.Method.ToUpperInvariant()} {operation.Path}`").Where(route => !guide.Contains(route, StringComparison.Ordinal)).ShouldBeEmpty();
        ProblemType.All.Select(type => $"| `{type.Uri}` | {type.Status} |").Where(row => !guide.Contains(row, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Document_Problems_AreAllThereAreAndOnlyThose() => All(document).Select(node => (node["example"] as JsonObject)?["type"]?.ToString()).OfType<string>()
        .Where(type => type.StartsWith("/problems/", StringComparison.Ordinal)).Distinct().Order().ShouldBe(ProblemType.All.Select(type => type.Uri).Order());

    private static SortedDictionary<string, JsonTypeInfo> SchemaTypes() => new(StringComparer.Ordinal)
    {
        ["EpisodeAccepted"] = ApiJson.Default.EpisodeAccepted,
        ["EpisodeList"] = ApiJson.Default.EpisodeList,
        ["EpisodeSummary"] = ApiJson.Default.EpisodeSummary,
        ["EpisodeDetail"] = ApiJson.Default.EpisodeDetail,
        ["SkillProgress"] = ApiJson.Default.SkillProgress,
        ["Spend"] = ApiJson.Default.ReportSpend,
        ["PendingApproval"] = ApiJson.Default.PendingApproval,
        ["TeacherPause"] = CoreJson.Default.TeacherPause,
        ["EpisodeLinks"] = ApiJson.Default.EpisodeLinks,
        ["ApprovalAnswer"] = ApiJson.Default.ApprovalAnswer,
        ["ReviewAnswer"] = ApiJson.Default.ReviewAnswer,
        ["Review"] = ApiJson.Default.Review,
        ["ReviewEntry"] = ApiJson.Default.ReviewEntry,
        ["ReviewList"] = ApiJson.Default.ReviewList,
        ["TraceResult"] = TraceJson.Default.TraceResult,
        ["ArtifactList"] = ApiJson.Default.ArtifactList,
        ["ArtifactEntry"] = ApiJson.Default.ArtifactEntry,
        ["ExampleList"] = ApiJson.Default.ExampleList,
        ["Example"] = CoreJson.Default.Example,
        ["Provenance"] = CoreJson.Default.Provenance,
        ["ExampleSource"] = CoreJson.Default.DraftSource,
        ["CurriculumList"] = ApiJson.Default.CurriculumList,
        ["CurriculumDetail"] = ApiJson.Default.CurriculumDetail,
        ["CurriculumHistory"] = ApiJson.Default.CurriculumHistory,
        ["CurriculumEntry"] = ApiJson.Default.CurriculumEntry,
        ["ComparedExam"] = ApiJson.Default.ComparedExam,
        ["GuardEntry"] = ApiJson.Default.GuardEntry,
        ["Health"] = ApiJson.Default.Health,
        ["Problem"] = ApiJson.Default.Problem,
    };

    private IEnumerable<(string Method, string Path, JsonNode Value)> Operations() => document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Where(pair => pair.Key != "parameters").Select(pair => (pair.Key, path.Key, pair.Value!)));

    private JsonNode Operation(string method, string path) => document["paths"]![path]![method]!;

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(pair => All(pair.Value)).Prepend(fields),
        JsonArray items => items.SelectMany(All),
        _ => [],
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}
