using System.Diagnostics;

namespace DataEnvGym.Cli.Hosting.Sites;

/// <summary>Worker processes on this machine. One that dies is replaced; all end when this process does, however it ends, because their standard input closes.</summary>
internal sealed class WorkerCrew : IAsyncDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Healthy = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stop = new();
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly string logs;
    private readonly Action<string> warn;
    private readonly TimeProvider time;
    private readonly Task[] members;

    /// <param name="size">Number of workers.</param>
    /// <param name="environment">Their settings.</param>
    /// <param name="logs">Folder of their logs.</param>
    /// <param name="warn">Told when one has died.</param>
    /// <param name="time">The clock.</param>
    public WorkerCrew(int size, IReadOnlyDictionary<string, string> environment, string logs, Action<string> warn, TimeProvider time)
    {
        (this.environment, this.logs, this.warn, this.time) = (environment, logs, warn, time);
        Directory.CreateDirectory(logs);
        members = [.. Enumerable.Range(1, size).Select(number => Task.Run(() => KeepAsync(number)))];
    }

    /// <summary>Asks all to end after their next save and waits until they have.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(members);
        stop.Dispose();
    }

    private async Task KeepAsync(int number)
    {
        var wait = FirstWait;
        while (!stop.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            var code = await RunAsync(number);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            wait = time.GetElapsedTime(started) > Healthy ? FirstWait : wait;
            warn($"worker {number} ended with code {code} and is started again in {wait.TotalSeconds:0} s; its log: {LogOf(number)}");
            await Task.Delay(wait, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task<int> RunAsync(int number)
    {
        using var process = new Process { StartInfo = StartInfo(number) };
        await using var log = new StreamWriter(LogOf(number), append: true) { AutoFlush = true };
        var gate = new Lock();
        DataReceivedEventHandler write = (_, line) =>
        {
            lock (gate)
            {
                log.WriteLine(line.Data);
            }
        };
        process.OutputDataReceived += write;
        process.ErrorDataReceived += write;
        process.Start();
        log.WriteLine($"process {process.Id}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await using (stop.Token.Register(process.StandardInput.Close))
        {
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!process.HasExited && !process.WaitForExit(Grace))
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    private ProcessStartInfo StartInfo(int number)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dataenvgym-worker.dll")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        info.Environment["Worker__Name"] = $"worker-{number}";
        info.Environment["Worker__StopWhenInputEnds"] = "true";
        return info;
    }

    private string LogOf(int number) => Path.Combine(logs, $"worker-{number}.log");
}
