using System.Diagnostics;
using System.Globalization;

namespace DataEnvGym.Cli.Tests.Distributed;

/// <summary>What the workers of a run have written down.</summary>
internal sealed class WorkerLogs(string run)
{
    private const string ProcessPrefix = "process ";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Everything, worker by worker.</summary>
    public string Text => string.Concat(Logs().SelectMany(log => log.Append("\n")));

    /// <summary>Waits until a worker begins a job of a kind.</summary>
    /// <returns>The worker's process.</returns>
    public async Task<Process> SeeBeginAsync(string kind)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(Interval))
        {
            foreach (var log in Logs())
            {
                if (log.Exists(line => line.Contains($"Began {kind}", StringComparison.Ordinal)))
                {
                    var process = log.FindLast(line => line.StartsWith(ProcessPrefix, StringComparison.Ordinal))!;
                    return Process.GetProcessById(int.Parse(process.AsSpan(ProcessPrefix.Length), CultureInfo.InvariantCulture));
                }
            }
        }

        throw new TimeoutException($"No worker began a job of kind {kind}:\n{Text}");
    }

    private IEnumerable<List<string>> Logs()
    {
        var folder = Path.Combine(run, "workers");
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.log") : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            yield return [.. reader.ReadToEnd().Split('\n')];
        }
    }
}
