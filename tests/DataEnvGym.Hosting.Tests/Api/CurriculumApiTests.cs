using System.Text.Json.Nodes;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Hosting.Api;
using DataEnvGym.Hosting.Api.Rules;
using DataEnvGym.Hosting.Tests.Curricula;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

public sealed class CurriculumApiTests : IAsyncLifetime
{
    private const string Path = "/api/curricula/nightly";
    private readonly ApiServer server = new(new ApiOptions { Limits = new HostedLimits { ItemsPerSplit = 100 } });

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Add_Spec_IsCreatedAndShown()
    {
        var added = (await server.PostAsync("/api/curricula", Spec())).ShouldBe(201);

        added.Response.Headers.Location!.ToString().ShouldBe(Path);
        added.Json["next"].ShouldNotBeNull();
        added.Json["champion"].ShouldBeNull();
        (await server.GetAsync(Path)).ShouldBe(200).Json["spec"]!["gate"]!["guards"]![0]!["margin"]!.GetValue<double>().ShouldBe(0.05);
        (await server.GetAsync("/api/curricula")).ShouldBe(200).Json["items"]!.AsArray().ShouldHaveSingleItem()!["href"]!.GetValue<string>().ShouldBe(Path);
    }

    [Fact]
    public async Task Add_SameIdTwice_IsAConflict()
    {
        await server.PostAsync("/api/curricula", Spec());

        (await server.PostAsync("/api/curricula", Spec())).ShouldBeProblem(409, "curriculum-conflict");
    }

    [Theory]
    [InlineData("schedule", "\"soon\"", "schedule")]
    [InlineData("id", "\"../x\"", "id")]
    [InlineData("extra", "1", "extra")]
    [InlineData("episode", """{ "student": { "checkpoint": "/etc/passwd" }, "stop": { "iterations": 1 } }""", "episode.student.checkpoint")]
    [InlineData("gate", """{ "guards": [ { "task": { "name": "gsm8k", "data": "/etc/passwd" } } ] }""", "gate.guards[0].task.data")]
    [InlineData("gate", """{ "guards": [ { "task": { "sizes": { "select": 101 } } } ] }""", "gate.guards[0].task.sizes.select")]
    public async Task Add_WrongSpec_NamesTheField(string field, string value, string path)
    {
        var problem = (await server.PostAsync("/api/curricula", Spec(spec => spec[field] = JsonNode.Parse(value)))).ShouldBeProblem(400, "invalid-spec");

        problem["errors"]!.AsObject().Select(error => error.Key).ShouldBe([path]);
        (await server.GetAsync("/api/curricula")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Update_AnotherSchedule_IsShown()
    {
        await server.PostAsync("/api/curricula", Spec());

        (await PutAsync(Path, Spec(spec => spec["schedule"] = "0 0 4 * * *"))).ShouldBe(200);

        (await server.GetAsync(Path)).Json["next"]!.GetValue<DateTimeOffset>().Hour.ShouldBe(4);
        (await PutAsync("/api/curricula/another", Spec())).ShouldBeProblem(400, "invalid-request");
    }

    [Fact]
    public async Task EnableAndDisable_AreShown()
    {
        await server.PostAsync("/api/curricula", Spec());

        (await server.PostAsync($"{Path}/disable")).ShouldBe(200).Json["next"].ShouldBeNull();
        (await server.PostAsync($"{Path}/enable")).ShouldBe(200).Json["next"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_Twice_IsAConflictWhileItGoes()
    {
        await server.PostAsync("/api/curricula", Spec());

        var started = (await server.PostAsync($"{Path}/run")).ShouldBe(202);

        started.Response.Headers.Location!.ToString().ShouldBe("/api/episodes/nightly-1");
        server.Curricula.Started.ShouldHaveSingleItem().Run.ShouldBe("nightly-1");
        (await server.PostAsync($"{Path}/run")).ShouldBeProblem(409, "curriculum-conflict");
        (await server.DeleteAsync(Path)).ShouldBeProblem(409, "curriculum-conflict");
        (await server.GetAsync(Path)).Json["running"]!.GetValue<string>().ShouldBe("nightly-1");
    }

    [Fact]
    public async Task History_OfAPromotion_HoldsEveryInterval()
    {
        await server.PostAsync("/api/curricula", Spec());
        await server.PostAsync($"{Path}/run");
        var exam = new Core.Episodes.Reports.BeforeAfter(0.5, 0.6, 100, new(0.1, 0.02, 0.18));
        await new CurriculumBook(server.Control).CloseAsync("nightly", new(1, "nightly-1", default, default, CurriculumVerdict.Promoted, "better")
        {
            Confidence = 0.95, Select = exam, Guards = [new("procedural-math", 0.05, exam, Held: true)], Challenger = Desk.Checkpoint, ParentChampion = new('b', 64),
        }, default);

        var entry = (await server.GetAsync($"{Path}/history")).ShouldBe(200).Json["items"]!.AsArray().ShouldHaveSingleItem()!;

        entry["verdict"]!.GetValue<string>().ShouldBe("promoted");
        entry["select"]!["low"]!.GetValue<double>().ShouldBe(0.02);
        entry["guards"]![0]!["exam"]!["high"]!.GetValue<double>().ShouldBe(0.18);
        entry["challenger"]!.GetValue<string>().ShouldBe(Desk.Checkpoint.Weights.Sha256);
        (await server.GetAsync(Path)).Json["champion"]!.GetValue<string>().ShouldBe("nightly-1");
    }

    [Fact]
    public async Task Delete_RemovesIt()
    {
        await server.PostAsync("/api/curricula", Spec());

        (await server.DeleteAsync(Path)).ShouldBe(204);

        (await server.GetAsync(Path)).ShouldBeProblem(404, "curriculum-not-found");
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("%00")]
    public async Task AnyRoute_IdThatIsNone_IsRefused(string id)
    {
        (await server.GetAsync($"/api/curricula/{id}")).Response.StatusCode.ShouldBeOneOf(System.Net.HttpStatusCode.BadRequest, System.Net.HttpStatusCode.NotFound);
        (await server.PostAsync($"/api/curricula/{id}/run")).Response.StatusCode.ShouldBeOneOf(System.Net.HttpStatusCode.BadRequest, System.Net.HttpStatusCode.NotFound);
        server.Curricula.Started.ShouldBeEmpty();
    }

    // No principal was sent: every route must ask for one.
    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "")]
    [InlineData("GET", "/nightly")]
    [InlineData("PUT", "/nightly")]
    [InlineData("DELETE", "/nightly")]
    [InlineData("POST", "/nightly/run")]
    [InlineData("POST", "/nightly/enable")]
    [InlineData("POST", "/nightly/disable")]
    [InlineData("GET", "/nightly/history")]
    public async Task AnyRoute_RolesRequiredAndNobodySignedIn_IsRefused(string method, string path)
    {
        var guarded = await ApiServer.StartAsync(new ApiOptions { RequireRoles = true });
        try
        {
            (await guarded.SendAsync(new HttpRequestMessage(new(method), $"/api/curricula{path}"))).ShouldBeProblem(401, "unauthenticated");
        }
        finally
        {
            await guarded.DisposeAsync();
        }
    }

    private static string Spec(Action<JsonObject>? change = null)
    {
        var spec = JsonNode.Parse("""
            {
              "id": "nightly", "episode": { "task": { "sizes": { "probe": 1, "select": 1, "test": 1 } }, "stop": { "iterations": 1 } },
              "gate": { "guards": [ { "margin": 0.05 } ] }
            }
            """)!.AsObject();
        change?.Invoke(spec);
        return spec.ToJsonString();
    }

    private async Task<Answer> PutAsync(string path, string json) => await server.SendAsync(new HttpRequestMessage(HttpMethod.Put, path) { Content = ApiServer.Json(json) });
}
