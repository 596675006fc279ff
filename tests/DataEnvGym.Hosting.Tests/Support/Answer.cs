using System.Text;
using System.Text.Json.Nodes;

namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>An answer of the API.</summary>
internal sealed class Answer(HttpResponseMessage response, byte[] body)
{
    public HttpResponseMessage Response => response;

    public byte[] Body => body;

    public string Text => Encoding.UTF8.GetString(body);

    public JsonNode Json => JsonNode.Parse(body)!;

    public Answer ShouldBe(int status)
    {
        ((int)response.StatusCode).ShouldBe(status, Text);
        return this;
    }

    /// <summary>It must be a problem of that kind, in the form that all have.</summary>
    public JsonNode ShouldBeProblem(int status, string type)
    {
        ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        Json["type"]!.GetValue<string>().ShouldBe($"/problems/{type}");
        Json["status"]!.GetValue<int>().ShouldBe(status);
        Json["title"]!.GetValue<string>().ShouldNotBeEmpty();
        Json["detail"]!.GetValue<string>().ShouldNotBeEmpty();
        return Json;
    }
}
