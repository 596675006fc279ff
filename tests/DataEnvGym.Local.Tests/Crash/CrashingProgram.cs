using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Tests.Crash;

/// <summary>
/// One life of a program whose workflow uses everything an engine offers: sequence, fan-out, a retry, a timer, an event, a caught failure,
/// children and continue-as-new.
/// </summary>
internal static class CrashingProgram
{
    private static readonly ActivityName<int, int> Flaky = TestNames.Activity("flaky");
    private static readonly ActivityName<int, int> Broken = TestNames.Activity("broken");
    private static readonly WorkflowName<int, int> Child = TestNames.Workflow("child");

    /// <summary>Runs to the end or to the crash that the hooks simulate.</summary>
    public static async Task<int> RunAsync(string path, JournalHooks hooks, bool replayAfterEveryEvent = false)
    {
        using var journal = SqliteJournal.Open(path, hooks);
        var registry = new EngineRegistry();
        registry.AddActivity(TestNames.Square, () => new DelegateActivity<int, int>((x, _) => Task.FromResult(x * x)));
        registry.AddActivity(Broken, () => new DelegateActivity<int, int>((_, _) => throw new PermanentException("broken")));
        // Fails until its failure is journaled, so that its tries are the same however often the program dies.
        registry.AddActivity(Flaky, () => new DelegateActivity<int, int>((x, _) =>
            journal.ReadHistory("run", 1).Any(r => r.Kind == HistoryKind.ActivityFailed && r.Name == Flaky.Name)
                ? Task.FromResult(x + 1)
                : throw new IOException("flaky")));
        registry.AddWorkflow(Child, () => new DelegateWorkflow<int, int>(ChildAsync));
        registry.AddWorkflow(TestNames.Main, () => new DelegateWorkflow<int, int>(MainAsync));
        var options = new EngineOptions { ReplayAfterEveryEvent = replayAfterEveryEvent };
        using var engine = new LocalEngine(registry, journal, new TestClock { SkipsTimers = true }, options);
        return await engine.RunAsync(TestNames.Main, "run", 2, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Puts the events that the workflow waits for into the inbox.</summary>
    public static void PostEvents(string path)
    {
        using var journal = SqliteJournal.Open(path);
        journal.Post("run", TestNames.Number.Name, "100");
        journal.Post("run", TestNames.Number.Name, "1000");
    }

    /// <summary>Every answer that the journal holds, as text, without times.</summary>
    public static List<string> Answers(string path)
    {
        using var journal = SqliteJournal.Open(path);
        return [.. JournalReader.ReadInstances(path)
            .SelectMany(i => Enumerable.Range(1, i.Generation).SelectMany(g => journal.ReadHistory(i.Id, g).Select(r => (i.Id, g, r))))
            .Where(x => !x.r.IsCommand)
            .Select(x => $"{x.Id} {x.g} {x.r.Kind} {x.r.Step} {x.r.Name} {x.r.Payload}")
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<int> MainAsync(IWorkflowContext context, int x)
    {
        var event1 = await context.WaitForEventAsync(TestNames.Number);
        if (x >= 1000)
        {
            return x + event1;
        }

        var fan = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => context.CallAsync(TestNames.Square, x + i)));
        x = fan.Sum();
        x = await context.CallAsync(Flaky, x);
        await context.DelayAsync(TimeSpan.FromMinutes(3));
        var children = await Task.WhenAll(context.CallChildAsync(Child, x, "named"), context.CallChildAsync(Child, x + 1));
        try
        {
            await context.CallAsync(Broken, x);
        }
        catch (ActivityFailedException)
        {
            x += children.Sum() + event1;
        }

        context.ReportStatus($"{x}");
        context.ContinueAsNew(x);
        return 0;
    }

    private static async Task<int> ChildAsync(IWorkflowContext context, int x)
    {
        await context.DelayAsync(TimeSpan.FromSeconds(x));
        return await context.CallAsync(TestNames.Square, x) + await context.CallAsync(TestNames.Square, 1);
    }
}
