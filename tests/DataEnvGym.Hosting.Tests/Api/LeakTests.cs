using DataEnvGym.Hosting.Api.Http;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>What goes wrong inside stays inside, and secrets do not even reach the log.</summary>
public sealed class LeakTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Canary = "c4n4ryS3cr3t";

    [Fact]
    public async Task Request_EngineFails_AnswersWithATraceIdAlone()
    {
        server.Host.Trouble = () => new InvalidOperationException(
            $"DefaultEndpointsProtocol=https;AccountName=x;AccountKey={Canary};EndpointSuffix=core.windows.net at /home/site/wwwroot/secret.dll",
            new IOException($"https://x.blob.core.windows.net/a/b?sv=1&sig={Canary} refused; Authorization: Bearer {Canary}"));

        var answer = await server.GetAsync("/api/episodes/some");

        server.Host.Trouble = () => null;
        var trace = answer.ShouldBeProblem(500, "internal-error")["traceId"]!.GetValue<string>();
        foreach (var part in (string[])[Canary, "AccountName", "core.windows.net", "wwwroot", "InvalidOperation", "   at "])
        {
            answer.Text.ShouldNotContain(part);
        }

        server.Log.Text.ShouldContain(trace);
        server.Log.Text.ShouldContain("System.InvalidOperationException: DefaultEndpointsProtocol=https;AccountName=x;AccountKey=…;EndpointSuffix=core.windows.net at …");
        server.Log.Text.ShouldContain("LocalEpisodeHost");
        server.Log.Text.ShouldNotContain(Canary);
    }

    [Fact]
    public async Task Request_SecretsInHeadersAndBody_AreNotLogged()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/episodes") { Content = ApiServer.Json($$"""{ "{{Canary}}": "{{Canary}}" }""") };
        request.Headers.Add("x-functions-key", Canary);
        request.Headers.Add("Idempotency-Key", Canary);
        request.Headers.Add("Authorization", $"Bearer {Canary}");

        (await server.SendAsync(request)).ShouldBeProblem(400, "invalid-spec");

        server.Log.Text.ShouldNotBeEmpty();
        server.Log.Text.ShouldNotContain(Canary);
    }

    [Theory]
    [InlineData("there is no file /var/lib/app/data.bin; restore it", "there is no file …; restore it")]
    [InlineData("cannot open 'C:\\app\\data.bin'", "cannot open '…'")]
    [InlineData("cannot open \\\\server\\share\\x", "cannot open …")]
    [InlineData("accountkey = abc==;x", "accountkey=…;x")]
    [InlineData("?code=abc&x=1", "?code=…&x=1")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: Bearer …")]
    [InlineData("password=a pwd=b token=c clientSecret=d", "password=… pwd=… token=… clientSecret=…")]
    [InlineData("first line\n   at Some.Method()", "first line")]
    [InlineData("GET /api/episodes lists them", "GET /api/episodes lists them")]
    [InlineData("iteration-01/examples.jsonl is 3/4 done and/or damaged", "iteration-01/examples.jsonl is 3/4 done and/or damaged")]
    public void SafeText_Message_LosesSecretsAndPathsOnly(string message, string safe) => SafeText.Of(message).ShouldBe(safe);

    [Fact]
    public void SafeText_LongMessage_IsCut() => SafeText.Of(new string('x', 10_000)).Length.ShouldBe(501);
}
