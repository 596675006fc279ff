using DataEnvGym.Cli.Hosting.Experiments;
using DataEnvGym.Core.Episodes;
using Spectre.Console;

namespace DataEnvGym.Cli.Views;

/// <summary>Shows an experiment under way: redrawn on a terminal, a line for each run elsewhere.</summary>
internal static class ExperimentView
{
    private const int Bar = 24;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Writes a line whenever a run begins or ends.</summary>
    public static void WriteLines(TextWriter output, ExperimentBoard board, TimeProvider time)
    {
        var (gate, started) = (new Lock(), time.GetTimestamp());
        board.Said += line =>
        {
            lock (gate)
            {
                output.WriteLine($"{time.GetElapsedTime(started):h\\:mm\\:ss}  {line}");
            }
        };
    }

    /// <summary>Redraws until <paramref name="work"/> ends.</summary>
    public static Task ShowAsync(IAnsiConsole console, ExperimentBoard board, Task work, TimeProvider time)
    {
        var (gate, last) = (new Lock(), new Queue<string>());
        board.Said += line =>
        {
            lock (gate)
            {
                last.Enqueue(line);
                _ = last.Count > 5 ? last.Dequeue() : null;
            }
        };
        return console.Live(Draw()).AutoClear(true).StartAsync(async live =>
        {
            while (!work.IsCompleted)
            {
                live.UpdateTarget(Draw());
                await Task.WhenAny(work, Task.Delay(Interval, time));
            }
        });

        Rows Draw()
        {
            lock (gate)
            {
                return new(Lines(board, last, time).Select(line => new Text(Fit.To(line, console.Profile.Width - 1))));
            }
        }
    }

    /// <summary>The whole view, line by line.</summary>
    internal static IEnumerable<string> Lines(ExperimentBoard board, IEnumerable<string> said, TimeProvider time)
    {
        var (progress, running) = board.Snapshot();
        var filled = progress.Total == 0 ? 0 : Bar * progress.Done / progress.Total;
        return
        [
            $"{new string('█', filled)}{new string('░', Bar - filled)} {progress}",
            .. running.Select(run => $"{run.Run}  {Describe(run.Board.Snapshot().Status)}  {time.GetElapsedTime(run.Started):m\\:ss}"),
            "",
            .. said,
            "Ctrl-C stops and keeps everything; the same command goes on.",
        ];
    }

    private static string Describe(EpisodeStatus? status) => status is null
        ? "start"
        : $"iteration {status.Iteration}  {status.Phase}{(status.Curve.Count == 0 ? "" : $"  select {status.Curve[^1] * 100:0.0} %")}{(status.Pause is { } pause ? $"  {pause}" : "")}";
}
