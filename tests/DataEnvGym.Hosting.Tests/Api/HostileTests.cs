using System.Text;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>Requests that nobody sends by accident. Every answer is a plain refusal that gives nothing away.</summary>
public sealed class HostileTests(FinishedEpisode finished) : IClassFixture<FinishedEpisode>
{
    private const long Mebibyte = 1 << 20;
    private readonly ApiServer server = finished.Server;

    public static TheoryData<string, string> HostileSpecs => new()
    {
        { """{ "seed": 1, "seed": 2, "stop": { "iterations": 1 } }""", "Duplicate" },
        { """{ "stop": { "iterations": 1, "iterations": 2 } }""", "Duplicate" },
        { new string('[', 100_000), "depth" },
        { string.Concat(Enumerable.Repeat("""{"stop":""", 20_000)), "depth" },
        { """{ "__proto__": { "admin": true }, "stop": { "iterations": 1 } }""", "unknown field" },
        { """{ "name": "../../etc", "stop": { "iterations": 1 } }""", "does not have the form" },
        { """{ "name": "a\u0000b", "stop": { "iterations": 1 } }""", "does not have the form" },
        { """{ "name": "\ud800", "stop": { "iterations": 1 } }""", "not Unicode" },
        { """{ "stop": { "iterations": 1e999 } }""", "stop.iterations" },
        { """{ "stop": { "iterations": NaN } }""", "not valid JSON" },
        { """{ "task": { "name": "gsm8k", "data": "../../../etc" }, "agent": { "kind": "selection" }, "environment": "open-ended", "stop": { "iterations": 1 } }""", "task.data" },
        { "", "not valid JSON" },
        { "null", "not a JSON object" },
        { "\"spec\"", "not a JSON object" },
    };

    [Theory]
    [MemberData(nameof(HostileSpecs))]
    public async Task Start_HostileSpec_IsRefusedWithASentence(string spec, string word)
    {
        var answer = await server.PostAsync("/api/episodes?id=hostile", spec);

        answer.ShouldBeProblem(400, "invalid-spec")["errors"]!.ToJsonString().ShouldContain(word, Case.Insensitive);
        answer.Body.Length.ShouldBeLessThan(10_000);
        GivesNothingAway(answer.Text);
        (await server.GetAsync("/api/episodes/hostile")).ShouldBe(404);
    }

    [Fact]
    public async Task Start_ManyAndLongUnknownFields_AreAnsweredShortly()
    {
        var fields = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"field{i}\":1"));
        (await server.PostAsync("/api/episodes", $"{{{fields}}}")).ShouldBeProblem(400, "invalid-spec")["errors"]!.AsObject().Count.ShouldBe(50);

        var name = new string('x', 900_000);
        (await server.PostAsync("/api/episodes", $$"""{"{{name}}":1}""")).Body.Length.ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task Start_NotUtf8_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/episodes") { Content = new ByteArrayContent([.. "{\"name\":\""u8, 0xff, 0xfe, .. "\"}"u8]) };
        request.Content.Headers.ContentType = new("application/json");

        (await server.SendAsync(request)).ShouldBeProblem(400, "invalid-spec");
    }

    [Fact]
    public async Task Start_BodyOfTheLargestSize_IsReadAndOneByteMoreIsNot()
    {
        var padding = new string(' ', (int)Mebibyte - ApiServer.TinySpec.Length);

        (await server.PostAsync("/api/episodes?id=largest", ApiServer.TinySpec + padding)).ShouldBe(202);
        (await server.PostAsync("/api/episodes?id=too-large", ApiServer.TinySpec + padding + " ")).ShouldBeProblem(413, "body-too-large");
        await server.Host.EndAsync("largest");
    }

    // Whether the length is told or not.
    [Theory]
    [InlineData("Content-Length: 104857600", false)]
    [InlineData("Transfer-Encoding: chunked", true)]
    public async Task Start_HundredMegabytes_AreRefused(string length, bool chunked)
    {
        var block = new byte[Mebibyte];
        Array.Fill(block, (byte)' ');
        byte[] part = chunked ? [.. Encoding.ASCII.GetBytes($"{block.Length:x}\r\n"), .. block, .. "\r\n"u8] : block;

        var answer = await RawHttp.SendAsync(server, $"POST /api/episodes HTTP/1.1\r\nContent-Type: application/json\r\n{length}", Enumerable.Repeat(part, 100));

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("/problems/body-too-large");
    }

    // The path goes over the wire as it stands; a server in front may decode it once more.
    [Theory]
    [InlineData("../done")]
    [InlineData("..%2fdone")]
    [InlineData("..%252fdone")]
    [InlineData("%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("done%00")]
    [InlineData("done%0d%0aX-Injected:1")]
    [InlineData("done%20")]
    [InlineData("DONE")]
    [InlineData("d%c3%b6ne")]
    [InlineData("%ef%bd%84one")]
    [InlineData("done%e2%80%ae")]
    [InlineData("done;x=1")]
    [InlineData("done:iteration-1")]
    [InlineData("done%2fartifacts%2freport.json")]
    [InlineData("..\\done")]
    [InlineData("%ff%fe")]
    public async Task Get_TrickInTheId_FindsNothing(string id)
    {
        foreach (var rest in (string[])["", "/artifacts", "/artifacts/report.json", "/examples"])
        {
            var answer = await RawHttp.SendAsync(server, $"GET /api/episodes/{id}{rest} HTTP/1.1");

            answer.ShouldMatch("^HTTP/1.1 (400|404) ");
            answer.ShouldNotContain("X-Injected");
            GivesNothingAway(answer);
        }
    }

    [Theory]
    [InlineData("../report.json")]
    [InlineData("..%2freport.json")]
    [InlineData("..%2f..%2fdone%2fartifacts%2freport.json")]
    [InlineData("%2e%2e/journal.db")]
    [InlineData("..%5cjournal.db")]
    [InlineData("iteration-01/../../journal.db")]
    [InlineData("iteration-01%2fexamples.jsonl")]
    [InlineData("iteration-01//examples.jsonl")]
    [InlineData("/etc/passwd")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("report.json%00")]
    [InlineData("report.json%00.png")]
    [InlineData("report.json%0a")]
    [InlineData("report.json~")]
    [InlineData("report.json/")]
    [InlineData("REPORT.JSON")]
    [InlineData("report.j%c5%bfon")]
    [InlineData("C:%5cwindows%5cwin.ini")]
    [InlineData(".")]
    [InlineData("")]
    public async Task Artifact_TrickInTheName_FindsNothing(string name)
    {
        var answer = await RawHttp.SendAsync(server, $"GET /api/episodes/done/artifacts/{name} HTTP/1.1");

        // Dots that a server takes out of a path lead to the list of artefacts at most.
        if (!answer.Contains("{\"items\":[{\"name\":\"checkpoints/", StringComparison.Ordinal))
        {
            answer.ShouldMatch("^HTTP/1.1 (400|404) ");
        }

        GivesNothingAway(answer);
    }

    [Theory]
    [InlineData("PUT", "/api/episodes")]
    [InlineData("DELETE", "/api/episodes")]
    [InlineData("PATCH", "/api/episodes/done")]
    [InlineData("POST", "/api/episodes/done")]
    [InlineData("GET", "/api/episodes/done/cancel")]
    [InlineData("DELETE", "/api/episodes/done/artifacts/report.json")]
    [InlineData("PUT", "/api/episodes/done/artifacts/report.json")]
    [InlineData("TRACE", "/api/episodes/done")]
    [InlineData("POST", "/api/healthz")]
    public async Task Request_WrongMethod_IsNotAllowed(string method, string path)
    {
        (await server.SendAsync(new HttpRequestMessage(new(method), path))).ShouldBe(405);
        (await server.GetAsync("/api/episodes/done/artifacts/report.json")).ShouldBe(200);
    }

    [Theory]
    [InlineData("Idempotency-Key: a\r\n b")]
    [InlineData("Idempotency-Key: a\tb")]
    [InlineData("Idempotency-Key: caf\u00e9")]
    [InlineData("Idempotency-Key: a\r\nIdempotency-Key: b")]
    [InlineData("Idempotency-Key:")]
    public async Task Start_TrickInTheKey_IsRefused(string header)
    {
        var body = Encoding.ASCII.GetBytes(ApiServer.TinySpec);

        var answer = await RawHttp.SendAsync(server, $"POST /api/episodes HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{header}", [body]);

        answer.ShouldStartWith("HTTP/1.1 400 ");
    }

    // The service never says its own address, so that a made-up host leads nobody anywhere.
    [Fact]
    public async Task Get_MadeUpHost_IsNotRepeated()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/episodes/done") { Headers = { Host = "evil.example", } };
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Original-URL", "/evil.example");

        (await server.SendAsync(request)).ShouldBe(200).Text.ShouldNotContain("evil");
    }

    private void GivesNothingAway(string answer)
    {
        answer.ShouldNotContain("   at ");
        answer.ShouldNotContain("DataEnvGym.");
        answer.ShouldNotContain("System.");
        answer.ShouldNotContain(server.Root);
    }
}
