using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Tests.Engine;

/// <summary>Engines one after the other over the same journal, as the lives of a program.</summary>
internal sealed class EngineHarness : IDisposable
{
    private readonly TestFolder folder = new();

    public TestClock Clock { get; } = new();

    public string JournalPath => folder.Journal;

    /// <summary>One life: runs <paramref name="code"/> as the workflow <c>main</c>, instance <c>run</c>.</summary>
    public async Task<int> RunAsync(
        Func<IWorkflowContext, int, Task<int>> code,
        Action<EngineRegistry>? register = null,
        int input = 1,
        IEngineObserver? observer = null,
        EngineOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var journal = SqliteJournal.Open(folder.Journal);
        var registry = new EngineRegistry();
        registry.AddWorkflow(TestNames.Main, () => new DelegateWorkflow<int, int>(code));
        registry.AddActivity(TestNames.Square, () => new DelegateActivity<int, int>((x, _) => Task.FromResult(x * x)));
        register?.Invoke(registry);
        using var engine = new LocalEngine(registry, journal, Clock, options, observer);
        return await engine.RunAsync(TestNames.Main, "run", input, cancellationToken).WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
    }

    /// <summary>A life that is cut short as soon as the workflow waits for the named activity, which never ends by itself.</summary>
    public async Task InterruptAsync(Func<IWorkflowContext, int, Task<int>> code, string hanging = "hang", IEngineObserver? observer = null)
    {
        using var stop = new CancellationTokenSource();
        var name = TestNames.Activity(hanging);
        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(
            code,
            registry => registry.AddActivity(name, () => new DelegateActivity<int, int>(async (x, token) =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
                return x;
            })),
            observer: observer,
            cancellationToken: stop.Token));
    }

    public List<HistoryRow> History()
    {
        using var journal = SqliteJournal.Open(folder.Journal);
        return journal.ReadHistory("run", 1);
    }

    public void Dispose() => folder.Dispose();
}
