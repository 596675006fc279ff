using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Runs;
using DataEnvGym.Teachers;

namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>An episode from a start or a resumption to its end or its interruption.</summary>
internal sealed class LocalLife : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();

    private LocalLife(LocalEngine engine) => Engine = engine;

    public LocalEngine Engine { get; }

    public Task Work { get; private set; } = Task.CompletedTask;

    public static LocalLife Begin(string run, string root, EpisodeState input, QuickLab lab, PhaseWatch watch)
    {
        var opened = LocalRun.Open(new RunFolder(root, RunId.Parse(run)));
        var registry = new EngineRegistry();
        registry.AddEpisodes(EpisodeComposition.Services(opened.Artifacts, new FileArtifactStores(root), new InProcessDispatcher(lab, opened.Artifacts), new TeacherAccess(new MemoryDocuments())));
        var life = new LocalLife(opened.CreateEngine(registry, TimeProvider.System, observer: watch));
        life.Work = life.RunAsync(run, input, opened);
        return life;
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Work;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task RunAsync(string run, EpisodeState input, LocalRun opened)
    {
        using (opened)
        using (Engine)
        {
            try
            {
                await Engine.RunAsync(EpisodeNames.Episode, run, input, stop.Token);
            }
            catch (Exception error) when (error is ActivityFailedException or OperationCanceledException)
            {
                // The journal knows how it ended.
            }
        }
    }
}
