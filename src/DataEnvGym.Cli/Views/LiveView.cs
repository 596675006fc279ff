using DataEnvGym.Core.Episodes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DataEnvGym.Cli.Views;

/// <summary>Shows a running episode on a terminal: phase, progress with rate and time left, the curve, every skill, and what was spent.</summary>
internal sealed class LiveView(IAnsiConsole console, RunBoard board, EpisodeSpec spec, string run, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly long started = time.GetTimestamp();

    /// <summary>Redraws until <paramref name="work"/> ends.</summary>
    public Task ShowAsync(Task work) => console.Live(Draw()).AutoClear(true).StartAsync(async live =>
    {
        while (!work.IsCompleted)
        {
            live.UpdateTarget(Draw());
            await Task.WhenAny(work, Task.Delay(Interval, time));
        }
    });

    private Rows Draw()
    {
        // The last column stays free: some terminals go to the next line as soon as it is written.
        var width = console.Profile.Width - 1;
        var (status, works, warning) = board.Snapshot();
        var parts = new List<IRenderable> { Header(status) };
        parts.AddRange(works.Select(work => new Text(Fit.To(ProgressLine.Format(work.Activity, work.Work.Progress, time.GetElapsedTime(work.Work.Started)), width))));
        if (status is { Curve.Count: > 0 })
        {
            var curve = string.Join(" → ", status.Curve.Select(value => $"{value * 100:0.0} %"));
            parts.Add(new Markup($"[grey]select[/]  {Fit.ToEnd(curve, width - 8)}"));
        }

        if (board.Spent() is { Calls: > 0 } spent)
        {
            parts.Add(new Markup($"[grey]spent[/]   {Fit.To($"{status?.Examples ?? 0:N0} examples trained on, {SpendLine.Of(spent, spec.Stop)}", width - 8)}"));
        }

        if (status is { Actions: { Count: > 0 } actions })
        {
            parts.Add(new Markup($"[grey]tree[/]    {Markup.Escape(Fit.To(string.Join("; ", actions), width - 8))}"));
        }

        if (status is { Skills.Count: > 0 })
        {
            parts.Add(new Text(""));
            parts.Add(SkillGrid.Draw(status.Skills, width));
            parts.Add(new Text(""));
        }

        if (status is { Pause: { } pause })
        {
            parts.Add(new Markup($"[yellow]{Markup.Escape(Fit.To($"{status.Phase} {pause}", width))}[/]"));
        }
        else if (warning is not null)
        {
            parts.Add(new Markup($"[yellow]{Markup.Escape(Fit.To(warning.ReplaceLineEndings(" "), width))}[/]"));
        }

        parts.Add(new Markup("[grey]Ctrl-C stops and keeps everything; dataenvgym resume goes on.[/]"));
        return new(parts);
    }

    private Markup Header(EpisodeStatus? status)
    {
        var turns = spec.Stop.Iterations is { } limit ? $"{status?.Iteration ?? 0}/{limit}" : $"{status?.Iteration ?? 0}";
        return new($"[bold]{Markup.Escape(Fit.To(run, Math.Max(12, console.Profile.Width - 48)))}[/]  iteration [bold]{turns}[/]  [blue]{status?.Phase ?? "start"}[/]  {time.GetElapsedTime(started):m\\:ss}");
    }
}
