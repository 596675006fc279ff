using DataEnvGym.Core.Workflows;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>What episodes can be told. Each test has a server of its own, because it changes what the student does.</summary>
public sealed class ControlTests : IAsyncLifetime
{
    private readonly ApiServer server = new();
    private readonly TaskCompletionSource mayTrain = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Cancel_RunningEpisode_EndsAfterTheIterationWithAReport()
    {
        await StartTrainingAsync();

        (await server.PostAsync("/api/episodes/run/cancel")).ShouldBe(202).Response.Headers.Location!.OriginalString.ShouldBe("/api/episodes/run");
        mayTrain.SetResult();
        await server.Host.EndAsync("run");

        (await ReportAsync())["stopped"]!.GetValue<string>().ShouldBe("user");
        (await server.DetailAsync("run"))["iteration"]!.GetValue<int>().ShouldBe(1);
        (await server.PostAsync("/api/episodes/run/cancel")).ShouldBeProblem(409, "wrong-state")["detail"]!.GetValue<string>().ShouldBe("run is completed and cannot be cancelled.");
    }

    [Fact]
    public async Task CancelNow_RunningEpisode_EndsItWithoutAReport()
    {
        await StartTrainingAsync();

        (await server.PostAsync("/api/episodes/run/cancel?now=true")).ShouldBe(202);

        (await server.DetailAsync("run"))["state"]!.GetValue<string>().ShouldBe("terminated");
        (await server.GetAsync("/api/episodes/run/artifacts/report.json")).ShouldBeProblem(404, "artifact-not-found");
        (await server.PostAsync("/api/episodes/run/resume")).ShouldBeProblem(409, "wrong-state");
        (await server.PostAsync("/api/episodes/run/cancel?now=maybe")).ShouldBeProblem(400, "invalid-request");
    }

    [Fact]
    public async Task Get_RunningIteration_ShowsItsPhase()
    {
        await StartTrainingAsync();

        var detail = await server.DetailAsync("run");

        (detail["state"]!.GetValue<string>(), detail["phase"]!.GetValue<string>(), detail["iteration"]!.GetValue<int>()).ShouldBe(("running", "train", 1));
        detail["links"]!["report"].ShouldBeNull();
        mayTrain.SetResult();
        await server.Host.EndAsync("run");
    }

    [Fact]
    public async Task PauseAndResume_RunningEpisode_GoesOnToTheSameEnd()
    {
        await StartTrainingAsync();

        (await server.PostAsync("/api/episodes/run/pause")).ShouldBe(202);
        (await server.DetailAsync("run"))["state"]!.GetValue<string>().ShouldBe("paused");
        (await server.PostAsync("/api/episodes/run/pause")).ShouldBe(202);
        mayTrain.SetResult();
        (await server.PostAsync("/api/episodes/run/resume")).ShouldBe(202);
        (await server.PostAsync("/api/episodes/run/resume")).Response.StatusCode.ShouldBeOneOf(System.Net.HttpStatusCode.Accepted, System.Net.HttpStatusCode.Conflict);
        await server.Host.EndAsync("run");

        (await server.DetailAsync("run"))["examples"]!.GetValue<int>().ShouldBe(24);
        (await server.PostAsync("/api/episodes/run/pause")).ShouldBeProblem(409, "wrong-state");
        (await server.PostAsync("/api/episodes/run/resume")).ShouldBeProblem(409, "wrong-state");
    }

    [Fact]
    public async Task Resume_FailedEpisode_TriesAgainWhatFailed()
    {
        server.Lab.BeforeTraining = _ => throw new PermanentException("cannot write /srv/data/secret/x.bin; AccountKey=c4n4ry==; free the disk");
        await server.RunAsync("run");
        var failed = await server.DetailAsync("run");
        failed["state"]!.GetValue<string>().ShouldBe("failed");
        failed["failure"]!.GetValue<string>().ShouldBe("cannot write …; AccountKey=…; free the disk");
        failed["phase"]!.GetValue<string>().ShouldBe("train");

        server.Lab.BeforeTraining = _ => Task.CompletedTask;
        (await server.PostAsync("/api/episodes/run/resume")).ShouldBe(202);
        await server.Host.EndAsync("run");

        (await server.DetailAsync("run"))["state"]!.GetValue<string>().ShouldBe("completed");
    }

    [Fact]
    public async Task Delete_EndedEpisode_LeavesNothingAndFreesItsIdAndKey()
    {
        (await server.PostAsync("/api/episodes?id=run", ApiServer.TinySpec, "key-1")).ShouldBe(202);
        await server.Host.EndAsync("run");

        (await server.DeleteAsync("/api/episodes/run")).ShouldBe(204);

        (await server.GetAsync("/api/episodes/run")).ShouldBeProblem(404, "episode-not-found");
        (await server.DeleteAsync("/api/episodes/run")).ShouldBeProblem(404, "episode-not-found");
        server.Control.Names.ShouldBeEmpty();
        Directory.EnumerateFiles(server.Root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await server.PostAsync("/api/episodes?id=run", ApiServer.TinySpec, "key-1")).ShouldBe(202);
        await server.Host.EndAsync("run");
    }

    [Fact]
    public async Task Delete_RunningEpisode_NeedsForce()
    {
        await StartTrainingAsync();

        (await server.DeleteAsync("/api/episodes/run")).ShouldBeProblem(409, "wrong-state")["detail"]!.GetValue<string>().ShouldBe(
            "run is running and cannot be deleted; cancel it first, or add ?force=true.");
        (await server.GetAsync("/api/episodes/run")).ShouldBe(200);
        (await server.DeleteAsync("/api/episodes/run?force=true")).ShouldBe(204);
        (await server.GetAsync("/api/episodes/run")).ShouldBe(404);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task Post_UnknownEpisode_IsNotFound(string action) => (await server.PostAsync($"/api/episodes/unknown/{action}")).ShouldBeProblem(404, "episode-not-found");

    private async Task StartTrainingAsync()
    {
        server.Lab.BeforeTraining = cancellationToken => mayTrain.Task.WaitAsync(cancellationToken);
        await server.StartAsync("run");
        await server.Host.Watch.WaitAsync("run", 1, "train");
    }

    private async Task<System.Text.Json.Nodes.JsonNode> ReportAsync() => (await server.GetAsync("/api/episodes/run/artifacts/report.json")).ShouldBe(200).Json;
}
