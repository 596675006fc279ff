using System.Text.Json.Nodes;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

public sealed class StartTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Start_ValidSpec_RunsToItsReport()
    {
        var answer = (await server.PostAsync("/api/episodes?id=whole", ApiServer.TinySpec)).ShouldBe(202);
        answer.Response.Headers.Location!.OriginalString.ShouldBe("/api/episodes/whole");
        answer.Json.ToJsonString().ShouldBe("""{"id":"whole","href":"/api/episodes/whole"}""");

        await server.Host.EndAsync("whole");
        var detail = await server.DetailAsync("whole");
        detail["state"]!.GetValue<string>().ShouldBe("completed");
        var report = (await server.GetAsync(detail["links"]!["report"]!.GetValue<string>())).ShouldBe(200).Json;
        report["stopped"]!.GetValue<string>().ShouldBe("iterations");
        report["episode"]!.GetValue<string>().ShouldStartWith("tiny-");
        report["iterations"]!.AsArray().Select(point => point!["select"]!.GetValue<double>()).ShouldBe(detail["curve"]!.AsArray().Select(share => share!.GetValue<double>()));
    }

    [Fact]
    public async Task Start_NoId_MakesOneFromTheName()
    {
        var id = (await server.PostAsync("/api/episodes", ApiServer.TinySpec)).ShouldBe(202).Json["id"]!.GetValue<string>();

        id.ShouldMatch("^tiny-[0-9a-f]{8}$");
        (await server.GetAsync($"/api/episodes/{id}")).ShouldBe(200);
    }

    [Fact]
    public async Task Start_IdThatRunsOrHasEnded_IsConflictWithItsPath()
    {
        await server.StartAsync("taken");
        var running = (await server.PostAsync("/api/episodes?id=taken", ApiServer.TinySpec)).ShouldBeProblem(409, "episode-exists");
        running["episode"]!.GetValue<string>().ShouldBe("/api/episodes/taken");
        running["detail"]!.GetValue<string>().ShouldStartWith("taken was started before;");

        await server.Host.EndAsync("taken");
        (await server.PostAsync("/api/episodes?id=taken", ApiServer.TinySpec)).ShouldBeProblem(409, "episode-exists");
    }

    [Fact]
    public async Task Start_SameKeyAndRequest_StartsOneAndAnswersTheSame()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.PostAsync("/api/episodes", ApiServer.TinySpec, "key-1")));

        answers.ShouldAllBe(answer => (int)answer.Response.StatusCode == 202);
        answers.Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        var id = answers[0].Json["id"]!.GetValue<string>();
        await server.Host.EndAsync(id);
        (await server.PostAsync("/api/episodes", ApiServer.TinySpec, "key-1")).ShouldBe(202).Json["id"]!.GetValue<string>().ShouldBe(id);
    }

    [Theory]
    [InlineData("/api/episodes", true)]
    [InlineData("/api/episodes?id=other", false)]
    public async Task Start_SameKeyForAnotherRequest_IsRefused(string path, bool otherBody)
    {
        var key = $"key {path}".Replace(' ', '-');
        var id = (await server.PostAsync("/api/episodes", ApiServer.TinySpec, key)).ShouldBe(202).Json["id"]!.GetValue<string>();

        var problem = (await server.PostAsync(path, otherBody ? ApiServer.Spec(spec => spec["seed"] = 8) : ApiServer.TinySpec, key)).ShouldBeProblem(422, "idempotency-key-reused");

        problem["episode"]!.GetValue<string>().ShouldBe($"/api/episodes/{id}");
        (await server.GetAsync("/api/episodes/other")).ShouldBe(404);
    }

    [Fact]
    public async Task Start_KeyOfARefusedStart_IsFreeAgain()
    {
        await server.StartAsync("in-the-way");
        (await server.PostAsync("/api/episodes?id=in-the-way", ApiServer.Spec(spec => spec["seed"] = 9), "key-free")).ShouldBeProblem(409, "episode-exists");

        (await server.PostAsync("/api/episodes?id=another-way", ApiServer.Spec(spec => spec["seed"] = 9), "key-free")).ShouldBe(202);
    }

    // The request was written down, and then the engine could not be reached: coming again completes it.
    [Theory]
    [InlineData("key-broken")]
    [InlineData(null)]
    public async Task Start_DiedHalfWay_IsCompletedWhenItComesAgain(string? key)
    {
        var id = $"broken-{key ?? "plain"}";
        var calls = 0;
        server.Host.Trouble = () => ++calls == 2 ? new InvalidOperationException("gone") : null;
        (await server.PostAsync($"/api/episodes?id={id}", ApiServer.TinySpec, key)).ShouldBeProblem(500, "internal-error");
        server.Host.Trouble = () => null;
        (await server.DetailAsync(id))["state"]!.GetValue<string>().ShouldBe("pending");
        (await server.PostAsync($"/api/episodes/{id}/cancel")).ShouldBeProblem(409, "wrong-state");

        (await server.PostAsync($"/api/episodes?id={id}", ApiServer.TinySpec, key)).ShouldBe(202);
        await server.Host.EndAsync(id);
        (await server.DetailAsync(id))["state"]!.GetValue<string>().ShouldBe("completed");
    }

    [Theory]
    [InlineData("seeed", "1", "seeed", "unknown field. Did you mean \"seed\"?")]
    [InlineData("stop", "{}", "stop", "no limit is set")]
    [InlineData("student", """{ "checkpoint": "/etc/passwd" }""", "student.checkpoint", "names a file, which is not read here")]
    [InlineData("examplesPerIteration", "200000", "examplesPerIteration", "200000 is more than this service allows; the most is 100000.")]
    [InlineData("seed", "\"one\"", "seed", "expected a whole number, found \"one\".")]
    public async Task Start_WrongField_IsNamed(string field, string value, string path, string message)
    {
        var problem = (await server.PostAsync("/api/episodes?id=wrong", ApiServer.Spec(spec => spec[field] = JsonNode.Parse(value)))).ShouldBeProblem(400, "invalid-spec");

        problem["errors"]![path]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldStartWith(message);
        (await server.GetAsync("/api/episodes/wrong")).ShouldBe(404);
        server.Control.Names.ShouldNotContain("episodes/runs/wrong.json");
    }

    [Fact]
    public async Task Start_SeveralWrongFields_AreAllNamed()
    {
        var problem = (await server.PostAsync("/api/episodes", """{ "a": 1, "b": 2, "stop": { "iterations": -1 } }""")).ShouldBeProblem(400, "invalid-spec");

        problem["errors"]!.AsObject().Select(pair => pair.Key).ShouldBe(["a", "b", "stop.iterations"]);
        problem["detail"]!.GetValue<string>().ShouldBe("The spec has 3 problems; errors names them.");
    }

    [Theory]
    [InlineData("id=../x", "id")]
    [InlineData("id=AB", "id")]
    [InlineData("id=ab", "id")]
    [InlineData("id=", "id")]
    [InlineData("id=one&id=two", "id")]
    [InlineData("id=a%00b", "id")]
    public async Task Start_MalformedId_IsNamed(string query, string field) =>
        (await server.PostAsync($"/api/episodes?{query}", ApiServer.TinySpec)).ShouldBeProblem(400, "invalid-request")["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);

    [Theory]
    [InlineData("with space")]
    [InlineData(256)]
    public async Task Start_MalformedKey_IsNamed(object key)
    {
        var text = key is int length ? new string('k', length) : (string)key;

        (await server.PostAsync("/api/episodes", ApiServer.TinySpec, text)).ShouldBeProblem(400, "invalid-request")["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("Idempotency-Key");
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("application/json", "gzip")]
    [InlineData(null, null)]
    public async Task Start_OtherMediaType_IsRefused(string? type, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/episodes") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        if (type is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        (await server.SendAsync(request)).ShouldBeProblem(415, "unsupported-media-type");
    }
}
