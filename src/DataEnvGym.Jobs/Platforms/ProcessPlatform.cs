using System.Diagnostics;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Jobs.Platforms;

/// <summary>Worker processes on this machine, one per attempt, each told its ticket by <c>JOB_URI</c>. Disposing stops those that run.</summary>
/// <param name="options">How they are started.</param>
/// <param name="time">The clock.</param>
public sealed class ProcessPlatform(ProcessPlatformOptions options, TimeProvider time) : IJobPlatform, IAsyncDisposable
{
    private readonly Dictionary<string, (Process Process, ProcessHandle Handle)> started = [];
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public JobPatience Patience => options.Patience;

    /// <inheritdoc/>
    public Task<string?> StartAsync(JobLaunch launch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(launch);
        lock (gate)
        {
            if (started.TryGetValue(launch.TicketName, out var running) && !running.Process.HasExited)
            {
                return Task.FromResult<string?>(running.Handle.ToString());
            }

            if (started.Values.Count(worker => !worker.Process.HasExited) >= options.MaxProcesses)
            {
                throw new JobCapacityException($"All {options.MaxProcesses} workers of this machine are busy.");
            }

            var process = Launch(launch.TicketName);
            started[launch.TicketName] = (process, ProcessHandle.Of(process));
            return Task.FromResult<string?>(started[launch.TicketName].Handle.ToString());
        }
    }

    /// <inheritdoc/>
    public Task<PlatformStatus> GetStatusAsync(string? handle, CancellationToken cancellationToken)
    {
        if (ProcessHandle.Parse(handle) is not { } name)
        {
            return Task.FromResult(new PlatformStatus(PlatformState.Unknown));
        }

        using (var process = name.Find())
        {
            return Task.FromResult(process is not null ? new(PlatformState.Running) : Ended(name));
        }
    }

    /// <summary>Sends SIGTERM, waits for as long as the worker may take, and kills it then.</summary>
    public async Task StopAsync(string? handle, CancellationToken cancellationToken)
    {
        using var process = ProcessHandle.Parse(handle)?.Find();
        if (process is null)
        {
            return;
        }

        ProcessSignal.AskToEnd(process);
        try
        {
            await process.WaitForExitAsync(cancellationToken).WaitAsync(options.Grace, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<(Process Process, ProcessHandle Handle)> all;
        lock (gate)
        {
            all = [.. started.Values];
            started.Clear();
        }

        await Task.WhenAll(all.Select(worker => StopAsync(worker.Handle.ToString(), CancellationToken.None)));
        all.ForEach(worker => worker.Process.Dispose());
    }

    private Process Launch(string ticket)
    {
        var heard = options.Output is not null;
        var start = new ProcessStartInfo(options.FileName, options.Arguments)
        {
            UseShellExecute = false, CreateNoWindow = true, RedirectStandardOutput = heard, RedirectStandardError = heard,
        };
        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["JOB_URI"] = options.TicketUri(ticket).AbsoluteUri;
        try
        {
            var process = Process.Start(start)!;
            if (heard)
            {
                process.OutputDataReceived += Hear;
                process.ErrorDataReceived += Hear;
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
            }

            return process;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new JobException($"The worker '{options.FileName}' cannot be started: {error.Message}", error);
        }
    }

    private void Hear(object process, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            options.Output!(text);
        }
    }

    // An exit code is known of this process's own children only; for others it is enough that they are gone.
    private PlatformStatus Ended(ProcessHandle name)
    {
        lock (gate)
        {
            foreach (var (process, _) in started.Values.Where(worker => worker.Handle == name && worker.Process.HasExited))
            {
                return process.ExitCode == 0 ? new(PlatformState.Succeeded) : new(PlatformState.Failed, $"the worker process ended with exit code {process.ExitCode}.");
            }
        }

        return new(PlatformState.Failed, "the worker process is gone.");
    }
}
