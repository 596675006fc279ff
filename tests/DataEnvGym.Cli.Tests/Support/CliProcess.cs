using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace DataEnvGym.Cli.Tests.Support;

/// <summary>The command line as a process of its own.</summary>
internal sealed partial class CliProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(Func<string, bool> IsMet, TaskCompletionSource Met)> awaited = [];
    private readonly Task<string> errors;

    private CliProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Receive(line.Data);
        process.BeginOutputReadLine();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public static CliProcess Start(string folder, IEnumerable<string> arguments)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "dataenvgym.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return new CliProcess(Process.Start(start)!);
    }

    /// <summary>Waits until a line of standard output holds a text; fails if the process ends before.</summary>
    public async Task SeeAsync(string text) =>
        (await SeeAsync(output => output.Contains(text, StringComparison.Ordinal))).ShouldBeTrue($"The process ended without a line with \"{text}\":\n{output}");

    /// <summary>Waits until standard output has so many lines, or the end.</summary>
    public Task SeeLinesAsync(int count) => SeeAsync(output => output.Count('\n') >= count);

    /// <summary>Waits for the end, but not longer than so long.</summary>
    /// <returns>Whether it has ended.</returns>
    public async Task<bool> EndsWithinAsync(TimeSpan time) => await Task.WhenAny(ended.Task, Task.Delay(time)) == ended.Task;

    /// <summary>Ends it at once, as a power cut would.</summary>
    public void Kill() => process.Kill();

    /// <summary>What Ctrl-C does.</summary>
    public void Interrupt() => Signal(process.Id, 2).ShouldBe(0);

    public async Task<CliResult> EndAsync()
    {
        try
        {
            await ended.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        await process.WaitForExitAsync();
        var result = new CliResult(process.ExitCode, output.ToString(), await errors);
        result.ShouldBeFitToRead();
        return result;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task<bool> SeeAsync(Func<string, bool> isMet)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (output)
        {
            awaited.Add((isMet, met));
            Announce();
        }

        return await Task.WhenAny(met.Task, ended.Task).WaitAsync(Patience) == met.Task;
    }

    private void Receive(string? line)
    {
        if (line is null)
        {
            ended.TrySetResult();
            return;
        }

        lock (output)
        {
            output.Append(line).Append('\n');
            Announce();
        }
    }

    private void Announce()
    {
        var text = output.ToString();
        awaited.Where(wait => wait.IsMet(text)).ToList().ForEach(wait => wait.Met.TrySetResult());
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
