using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Api;
using DataEnvGym.Hosting.Curricula;
using DataEnvGym.Hosting.Tests.Curricula;
using DataEnvGym.Local.Artifacts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>The API on a real web server, over real episodes with a quick student.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    /// <summary>How long anything in a test may take before the test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Two iterations of 12 examples; a fraction of a second.</summary>
    public const string TinySpec = """
        {
          "name": "tiny", "seed": 7, "task": { "sizes": { "probe": 1, "select": 1, "test": 1 } },
          "teacher": { "examplesPerCall": 4, "maxTokensPerCall": 1000 }, "examplesPerIteration": 12, "stop": { "iterations": 2 }
        }
        """;

    private readonly string root = Directory.CreateTempSubdirectory("dataenvgym-api-").FullName;
    private readonly ApiOptions options;
    private WebApplication? app;

    public ApiServer()
        : this(new ApiOptions())
    {
    }

    internal ApiServer(ApiOptions options)
    {
        this.options = options;
        Host = new(root, Lab);
    }

    internal QuickLab Lab { get; } = new();

    internal LocalEpisodeHost Host { get; }

    internal MemoryDocuments Control { get; } = new();

    /// <summary>Takes runs of curricula on, and never comes to them.</summary>
    internal ScriptedHost Curricula { get; } = new();

    internal LogCapture Log { get; } = new();

    internal string Root => root;

    internal HttpClient Http { get; private set; } = null!;

    internal IServiceProvider Services => app!.Services;

    internal static async Task<ApiServer> StartAsync(ApiOptions options)
    {
        var server = new ApiServer(options);
        await server.InitializeAsync();
        return server;
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => (server.Limits.MaxRequestBodySize, server.Limits.MaxRequestHeadersTotalSize) = (null, 1 << 17));
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        app = builder.Build();
        app.MapEpisodeApi(new EpisodeApi(Host, new FileRunFiles(root), new FileArtifactStores(root), Control, options, TimeProvider.System, app.Services.GetRequiredService<ILogger<EpisodeApi>>()));
        var curricula = new CurriculumService(Control, Curricula, TimeProvider.System);
        app.MapCurriculumApi(new CurriculumApi(curricula, options, TimeProvider.System, app.Services.GetRequiredService<ILogger<CurriculumApi>>()));
        await app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = Patience };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app!.DisposeAsync();
        await Host.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    internal static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    internal static string Spec(Action<JsonObject> change)
    {
        var spec = JsonNode.Parse(TinySpec)!.AsObject();
        change(spec);
        return spec.ToJsonString();
    }

    /// <summary>Starts an episode that must be accepted.</summary>
    internal async Task StartAsync(string id, string spec = TinySpec) =>
        (await PostAsync($"/api/episodes?id={id}", spec)).ShouldBe(202);

    internal async Task<Answer> PostAsync(string path, string? json = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = json is null ? null : Json(json) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await SendAsync(request);
    }

    internal async Task<Answer> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    internal async Task<Answer> DeleteAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));

    internal async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return new(response, await response.Content.ReadAsByteArrayAsync());
    }

    internal async Task<JsonNode> DetailAsync(string id) => (await Http.GetFromJsonAsync<JsonNode>($"/api/episodes/{id}"))!;

    /// <summary>Runs an episode to its end.</summary>
    internal async Task RunAsync(string id, string spec = TinySpec)
    {
        await StartAsync(id, spec);
        await Host.EndAsync(id);
    }

    internal Task WaitingAsync(string id, int iteration) => Host.Watch.WaitAsync(id, iteration, EpisodeStatus.WaitingForApproval);
}
