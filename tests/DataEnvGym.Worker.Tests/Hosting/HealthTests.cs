using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using DataEnvGym.Worker.Tests.Support;

namespace DataEnvGym.Worker.Tests.Hosting;

[Collection(SiteCollection.Name)]
public sealed class HealthTests(Site site)
{
    [SkippableFact]
    public async Task Health_WorkerThatCanWork_IsReady()
    {
        await using var scene = new Scene(site);
        var port = FreePort();
        using var worker = WorkerProcess.Start(WorkerCommand.Own, new Dictionary<string, string>(scene.Environment) { ["Worker__HealthPort"] = $"{port}" });
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };

        (await AskAsync(client, "/healthz", worker)).ShouldBe((HttpStatusCode.OK, "ok"));
        (await AskAsync(client, "/readyz", worker)).ShouldBe((HttpStatusCode.OK, "ready"));
        (await worker.TerminateAsync()).ShouldBe(0, worker.Output);
    }

    [SkippableFact]
    public async Task Health_StorageUnreachable_LivesButIsNotReady()
    {
        await using var scene = new Scene(site);
        var port = FreePort();
        var nowhere = Regex.Replace(site.ConnectionString, @"127\.0\.0\.1:\d+", "127.0.0.1:1");
        using var worker = WorkerProcess.Start(
            WorkerCommand.Own, new Dictionary<string, string>(scene.Environment) { ["Worker__HealthPort"] = $"{port}", ["Storage__ConnectionString"] = nowhere });
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };

        (await AskAsync(client, "/healthz", worker)).ShouldBe((HttpStatusCode.OK, "ok"));
        (await AskAsync(client, "/readyz", worker)).ShouldBe((HttpStatusCode.ServiceUnavailable, "not ready"));
        site.Secrets.ShouldAllBe(secret => !worker.Output.Contains(secret));
    }

    [SkippableFact]
    public async Task Check_WorkerThatCanWork_SaysSo()
    {
        await using var scene = new Scene(site);
        using var worker = WorkerProcess.Start(WorkerCommand.Own, scene.Environment, "--check");

        (await worker.EndAsync()).ShouldBe(0, worker.Output);
        worker.Output.ShouldContain("can work");
    }

    private static async Task<(HttpStatusCode, string)> AskAsync(HttpClient client, string path, WorkerProcess worker)
    {
        var response = await Until.SeenAsync<HttpResponseMessage>(
            $"answer of {path}",
            async () =>
            {
                try
                {
                    return await client.GetAsync(path);
                }
                catch (HttpRequestException)
                {
                    return null;
                }
            },
            worker);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
