using System.Collections.Concurrent;
using System.Globalization;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Curricula;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Stands in the foreground and runs what is due, one run at a time: two would only take the processors from each other.</summary>
internal sealed class CurriculumWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly TextWriter output;
    private readonly TimeProvider time;
    private readonly CurriculumService service;
    private readonly ConcurrentDictionary<string, Task> runs = new();
    private readonly ConcurrentDictionary<string, string> problems = new();
    private readonly SemaphoreSlim turn = new(1);
    private CancellationToken stop;

    public CurriculumWatch(string root, TextWriter output, TimeProvider time)
    {
        (this.output, this.time) = (output, time);
        service = new(CurriculumFolders.Documents(root), new CurriculumFolders(root, runs.ContainsKey, Begin), time);
    }

    /// <summary>Watches until it is told to stop; runs under way are interrupted then, and go on with the next watch.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        stop = cancellationToken;
        await AnnounceAsync(cancellationToken);
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                foreach (var tick in await service.TickAsync(time.GetUtcNow(), cancellationToken))
                {
                    Tell(tick);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        finally
        {
            await Task.WhenAll(runs.Values);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var curricula = await service.ListAsync(cancellationToken);
        Write(curricula.Count == 0 ? "watching; there are no curricula yet. Ctrl-C stops." : $"watching {string.Join(", ", curricula.Select(state => state.Spec.Id))}. Ctrl-C stops.");
        foreach (var state in curricula)
        {
            var next = CronSchedule.Parse(state.Spec.Schedule).NextAfter(time.GetUtcNow());
            Write(state.Spec.Enabled ? $"{state.Spec.Id}  next {next?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "never"}" : $"{state.Spec.Id}  disabled");
        }
    }

    private void Tell(CurriculumTick tick)
    {
        // What fails once a second need not be told once a second.
        if (tick.Deed != TickDeed.Failed || problems.AddOrUpdate(tick.Curriculum, tick.Reason, (_, before) => before == tick.Reason ? "" : tick.Reason).Length > 0)
        {
            Write($"{tick.Run ?? tick.Curriculum}  {tick.Deed.ToString().ToLowerInvariant()}: {tick.Reason}");
        }
    }

    private void Begin(RunFolder folder)
    {
        var begun = new TaskCompletionSource();
        runs[folder.Name] = begun.Task;
        _ = Task.Run(async () =>
        {
            try
            {
                await RunAsync(folder);
            }
            finally
            {
                runs.TryRemove(folder.Name, out _);
                begun.SetResult();
            }
        });
    }

    private async Task RunAsync(RunFolder folder)
    {
        var board = new RunBoard(time);
        board.Changed += status => Write($"{folder.Name}  iteration {status.Iteration}  {status.Phase}{Score(status)}{(status.Pause is { } pause ? $"  {pause}" : "")}");
        board.Warned += message => Write($"{folder.Name}  warning: {message}");
        try
        {
            await turn.WaitAsync(stop);
            try
            {
                await EpisodeHost.RunAsync(folder, board, board.Warn, stop);
            }
            finally
            {
                turn.Release();
            }

            var run = (await CurriculumFolders.ReadRunAsync(folder, stop))!;
            var outcome = (await service.FindOutcomeAsync(run.Spec.Id, run.Number, stop))!;
            Write($"{folder.Name}  {CurriculumView.Describe(outcome)}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Write($"{folder.Name}  stopped; nothing is lost: it goes on with the next watch");
        }
        catch (Exception error)
        {
            // One run must not end the watch over the others.
            Write($"{folder.Name}  {error.Message.Split('\n')[0].TrimEnd()}");
        }
    }

    private static string Score(EpisodeStatus status) => status.Curve.Count == 0 ? "" : $"  select {status.Curve[^1] * 100:0.0} %";

    private void Write(string line)
    {
        lock (output)
        {
            output.WriteLine($"{time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {line}");
        }
    }
}
