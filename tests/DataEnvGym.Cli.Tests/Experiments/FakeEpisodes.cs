using System.Collections.Concurrent;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Tests.Experiments;

/// <summary>Episodes that leave a report and nothing else.</summary>
internal sealed class FakeEpisodes
{
    private int now;

    /// <summary>What is done in place of an episode, before its report is written.</summary>
    public Func<string, CancellationToken, Task> Body { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Names of the runs that were begun, in order.</summary>
    public ConcurrentQueue<string> Begun { get; } = new();

    /// <summary>Most runs at one time.</summary>
    public int Most { get; private set; }

    public async Task<EpisodeReport> RunAsync(RunFolder folder, RunBoard board, CancellationToken cancellationToken)
    {
        Begun.Enqueue(folder.Name);
        lock (Begun)
        {
            Most = Math.Max(Most, ++now);
        }

        try
        {
            await Body(folder.Name, cancellationToken);
        }
        finally
        {
            lock (Begun)
            {
                now--;
            }
        }

        var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
        await using (var file = File.Create(folder.ReportJson))
        {
            ReportActivity.WriteJson(Report(spec), file);
        }

        return Report(spec);
    }

    private static EpisodeReport Report(EpisodeSpec spec) => new()
    {
        Episode = spec.Name, Task = "t", Environment = "e", Agent = "a", Seed = spec.Seed, Student = "s", Stopped = StopReason.Iterations, Iterations = [], BestIteration = 0,
        Select = new(0, 0, 1, default), Test = new(0, 0.5, 1, default), Skills = [], Examples = 1, Spend = new(0, 0, 0, 0, 0), Seconds = new() { Train = 10 },
        Checkpoint = new("c", "sha"), Grader = "g", Protocol = "p",
    };
}
