using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Tests.Scenarios;

internal sealed class LocalScenarioHost : IScenarioHost
{
    private readonly TestFolder folder = new();
    private readonly TestClock clock = new();
    private readonly EngineRegistry registry = new();
    private readonly SqliteJournal journal;
    private readonly LocalEngine engine;

    public LocalScenarioHost(EngineOptions options)
    {
        journal = SqliteJournal.Open(folder.Journal);
        engine = new LocalEngine(registry, journal, clock, options);
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    public TimeSpan Lateness => TimeSpan.Zero;

    public string ChildOf(string parent, string child) => $"{parent}/{child}";

    public void Add<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflowContext, TIn, Task<TOut>> code) =>
        registry.AddWorkflow(name, () => new DelegateWorkflow<TIn, TOut>(code));

    public void Add<TIn, TOut>(ActivityName<TIn, TOut> name, Func<TIn, CancellationToken, Task<TOut>> code) =>
        registry.AddActivity(name, () => new DelegateActivity<TIn, TOut>(code));

    public Task<TOut> RunAsync<TIn, TOut>(WorkflowName<TIn, TOut> name, TIn input, string id) =>
        engine.RunAsync(name, id, input, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

    public Task RaiseAsync<T>(EventName<T> name, T payload, string id) => engine.RaiseEventAsync(id, name, payload);

    public void SkipTimers() => clock.SkipsTimers = true;

    public async Task PassAsync(TimeSpan span)
    {
        await clock.TimerSetAsync();
        clock.Advance(span);
    }

    public string? Status(string id) => JournalReader.ReadInstances(folder.Journal).Single(i => i.Id == id).Status;

    public void Dispose()
    {
        engine.Dispose();
        journal.Dispose();
        folder.Dispose();
    }
}
