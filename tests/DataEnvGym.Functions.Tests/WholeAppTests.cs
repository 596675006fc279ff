using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataEnvGym.Azure.Azurite;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Functions.Engine;
using DataEnvGym.Functions.Hosts;
using DataEnvGym.Functions.Triggers;
using DataEnvGym.Hosting.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEnvGym.Functions.Tests;

/// <summary>
/// The app's own services, API and triggers over a real Azurite, Durable Task in memory, and a real worker process: an episode that is started over HTTP ends with the
/// report that the command line writes.
/// </summary>
public sealed class WholeAppTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly string folder = Scratch.NewFolder();
    private readonly List<Process> workers = [];
    private AzuriteServer azurite = null!;
    private ServiceProvider services = null!;
    private DurableScenarioHost engine = null!;
    private WebApplication server = null!;
    private HttpClient client = null!;

    private static string Worker => Path.Combine(AppContext.BaseDirectory, "dataenvgym-worker.dll");

    public async Task InitializeAsync() =>
        azurite = await AzuriteServer.StartAsync(new(Path.Combine(folder, "azurite")), TimeProvider.System, default);

    private async Task StartAppAsync(string platform)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [AzureStorageOptions.ConnectionStringSetting] = azurite.ConnectionString,
            ["Jobs:Platform"] = platform,
            ["Jobs:Process:Worker"] = Worker,
        }).Build();
        services = new ServiceCollection().AddLogging().AddEpisodes(settings).AddSingleton<UpkeepTriggers>().BuildServiceProvider();
        engine = new(services.GetRequiredService<ActivityRunner>());
        var names = new EpisodeServices(null!, null!, null!, null!, null!, null!, null!, null!, null!);
        engine.AddEpisodes(names);
        engine.AddCurricula(names, null!);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(NullLoggerFactory.Instance);
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapEpisodeApi(services.GetRequiredService<ApiFactory>().Episodes(await engine.ClientAsync()));
        await server.StartAsync();
        client = new() { BaseAddress = new(server.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await services.DisposeAsync();
        await azurite.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public void Dispose()
    {
        workers.ForEach(worker => worker.Kill());
        client.Dispose();
        engine.Dispose();
    }

    [Fact]
    public async Task Episode_StartedOverHttp_EndsWithTheReportOfTheCommandLine()
    {
        await StartAppAsync("queue");
        StartWorker();

        (await PostAsync("/api/episodes?id=one", Spec)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync("/api/episodes?id=one", Spec)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await EndsAsync("one");

        Timeless(await client.GetStringAsync("/api/episodes/one/artifacts/report.json")).ShouldBe(await ExpectedAsync());
    }

    [Fact]
    public async Task Worker_KilledInTraining_AnotherGoesOnAndTheReportIsTheSame()
    {
        await StartAppAsync("queue");
        var first = StartWorker();
        await PostAsync("/api/episodes?id=one", Spec);
        await PhaseAsync("one", "train");
        first.Kill();
        StartWorker();
        await EndsAsync("one");

        Timeless(await client.GetStringAsync("/api/episodes/one/artifacts/report.json")).ShouldBe(await ExpectedAsync());
    }

    [Fact]
    public async Task Episode_WithoutAPoolOfWorkers_HasAProcessForEachJob()
    {
        await StartAppAsync("process");

        await PostAsync("/api/episodes?id=one", Spec);
        await EndsAsync("one");

        Timeless(await client.GetStringAsync("/api/episodes/one/artifacts/report.json")).ShouldBe(await ExpectedAsync());
    }

    // The schedule names every second, so that the first look finds it due.
    [Fact]
    public async Task Curriculum_ThatIsDue_IsRunByTheTimerAndKeepsWhatCameOfIt()
    {
        await StartAppAsync("queue");
        StartWorker();
        var curricula = services.GetRequiredService<ApiFactory>().Curricula(await engine.ClientAsync());
        await curricula.AddAsync(new() { Id = "nightly", Episode = SpecReader.Read(Encoding.UTF8.GetBytes(LongerSpec), "spec"), Schedule = "* * * * * *" }, default);

        await UntilAsync(async () =>
        {
            await services.GetRequiredService<UpkeepTriggers>().Tick(null!, await engine.ClientAsync(), default);
            return (await curricula.HistoryAsync("nightly", 1, default)).Count > 0;
        });

        var outcome = (await curricula.HistoryAsync("nightly", 1, default))[0];
        outcome.Verdict.ShouldBeOneOf(CurriculumVerdict.Promoted, CurriculumVerdict.RolledBack);
        outcome.Select.ShouldNotBeNull(outcome.Reason);
        (await curricula.GetAsync("nightly", default)).Champion?.Run.ShouldBe("nightly-1");
    }

    // A message that nobody was given the right to send, and one that was sent before.
    [Fact]
    public async Task Results_ForgedAndReplayed_ChangeNothing()
    {
        await StartAppAsync("queue");
        StartWorker();
        await PostAsync("/api/episodes?id=one", Spec);
        var results = new StorageQueue(AzureStorageClients.Connect(new() { ConnectionString = azurite.ConnectionString }), StorageNames.ResultQueue);
        var nonce = new string('0', 64);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await results.SendAsync(
                Encoding.UTF8.GetBytes($$"""{"contract":"dataenvgym.job/1","run":"one","job":"train.iteration-01","attempt":{{attempt}},"nonce":"{{nonce}}"}"""), default);
        }

        await EndsAsync("one");

        Timeless(await client.GetStringAsync("/api/episodes/one/artifacts/report.json")).ShouldBe(await ExpectedAsync());
    }

    private static string Spec { get; } = """
        {
          "name": "whole-app", "task": { "name": "procedural-math", "sizes": { "probe": 2, "select": 2, "test": 2 } }, "environment": "skill-list",
          "examplesPerIteration": 60, "training": { "epochs": 6 }, "stop": { "iterations": 1 }
        }
        """;

    // Enough that the student gets better.
    private static string LongerSpec { get; } = """
        {
          "name": "whole-app", "task": { "name": "procedural-math", "sizes": { "probe": 10, "select": 20, "test": 2 } }, "environment": "skill-list",
          "examplesPerIteration": 600, "training": { "data": "replay" }, "stop": { "iterations": 1 }
        }
        """;

    private Process StartWorker()
    {
        var info = new ProcessStartInfo("dotnet", [Worker]);
        info.Environment["Storage__ConnectionString"] = azurite.ConnectionString;
        info.Environment["Worker__HealthPort"] = "0";
        info.Environment["Worker__VisibilitySeconds"] = "5";
        info.Environment["Worker__HeartbeatSeconds"] = "1";
        info.Environment["Worker__SaveSeconds"] = "1";
        var worker = Process.Start(info)!;
        workers.Add(worker);
        return worker;
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) => client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    private Task PhaseAsync(string run, string phase) => UntilAsync(run, episode => episode["phase"]?.GetValue<string>() == phase);

    private async Task EndsAsync(string run)
    {
        await UntilAsync(run, episode => episode["state"]!.GetValue<string>() is "completed" or "failed");
        var last = JsonNode.Parse(await client.GetStringAsync($"/api/episodes/{run}"))!;
        last["state"]!.GetValue<string>().ShouldBe("completed", last.ToJsonString());
    }

    // Plays the part of the host's queue trigger meanwhile.
    private Task UntilAsync(string run, Func<JsonNode, bool> condition) =>
        UntilAsync(async () => condition(JsonNode.Parse(await client.GetStringAsync($"/api/episodes/{run}"))!));

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        var results = new StorageQueue(AzureStorageClients.Connect(new() { ConnectionString = azurite.ConnectionString }), StorageNames.ResultQueue);
        var triggers = services.GetRequiredService<UpkeepTriggers>();
        for (var started = Stopwatch.StartNew(); started.Elapsed < Patience; await Task.Delay(50))
        {
            if (await results.ReceiveAsync(TimeSpan.FromSeconds(30), default) is { } message)
            {
                await triggers.TakeResult(BinaryData.FromBytes(message.Body), await engine.ClientAsync(), default);
                await results.DeleteAsync(message, default);
            }

            if (await condition())
            {
                return;
            }
        }

        throw new TimeoutException("What was waited for did not happen.");
    }

    private async Task<string> ExpectedAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "spec.json"), Spec);
        var run = Path.Combine(folder, "local");
        using var process = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "dataenvgym.dll"), "run", Path.Combine(folder, "spec.json"), "--out", run]);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return Timeless(await File.ReadAllTextAsync(Path.Combine(run, "report.json")));
    }

    private static string Timeless(string report)
    {
        var node = JsonNode.Parse(report)!.AsObject();
        node.Remove("seconds").ShouldBeTrue();
        return node.ToJsonString();
    }
}
