using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Api;
using DataEnvGym.Hosting.Api.Rules;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>Episodes whose teacher does not answer.</summary>
public sealed class AbsentTeacherTests
{
    private const string Nowhere = "http://127.0.0.1:1/v1";

    // In skill-list the teacher is missed before the first iteration, in open-ended within it.
    [Theory]
    [InlineData("skill-list", 0)]
    [InlineData("open-ended", 1)]
    public async Task Cancel_WhileTheTeacherIsAway_EndsWithTheReport(string environment, int iteration)
    {
        await using var server = await ApiServer.StartAsync(Options());
        await server.StartAsync("away", ApiServer.Spec(spec =>
        {
            spec["environment"] = environment;
            spec["teacher"] = new System.Text.Json.Nodes.JsonObject { ["kind"] = "openai-compatible", ["model"] = "m", ["endpoint"] = Nowhere, ["tries"] = 1 };
        }));
        await server.Host.Watch.WaitAsync("away", iteration, EpisodeStatus.WaitingForTeacher);

        var detail = await server.DetailAsync("away");
        (detail["state"]!.GetValue<string>(), detail["phase"]!.GetValue<string>()).ShouldBe(("running", "waiting for the teacher"));
        var pause = detail["teacherPause"]!;
        pause["reason"]!.GetValue<string>().ShouldContain("did not answer in 1 tries");
        (pause["nextTry"]!.GetValue<DateTimeOffset>() - pause["since"]!.GetValue<DateTimeOffset>()).ShouldBe(TimeSpan.FromMinutes(1));

        (await server.PostAsync("/api/episodes/away/cancel")).ShouldBe(202);
        await server.Host.EndAsync("away");

        var report = (await server.GetAsync("/api/episodes/away/artifacts/report.json")).ShouldBe(200).Json;
        report["stopped"]!.GetValue<string>().ShouldBe("user");
        (await server.DetailAsync("away"))["teacherPause"].ShouldBeNull();
    }

    private static ApiOptions Options() => new() { Limits = new HostedLimits { TeacherEndpoints = Nowhere } };
}
