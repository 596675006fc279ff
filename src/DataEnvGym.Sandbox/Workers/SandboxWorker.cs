using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Sandbox.Kernel;

namespace DataEnvGym.Sandbox.Workers;

/// <summary>One sandbox with a launcher in it, which runs one program at a time.</summary>
internal sealed class SandboxWorker : IAsyncDisposable
{
    private const int MaxComplaint = 4096;

    // A launcher greets within a tenth of a second, and answers within milliseconds of a limit; these are for machines that stagger.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(5);

    private static readonly byte[] Filter = SyscallFilter.For(RuntimeInformation.ProcessArchitecture);

    private readonly Process process;
    private readonly Task<string> complaint;

    private SandboxWorker(Process process)
    {
        this.process = process;
        complaint = ReadComplaintAsync(process.StandardError.BaseStream);
    }

    /// <summary>Whether it may run another program: nothing unexpected has happened in it.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>Programs that it was given.</summary>
    public int Runs { get; private set; }

    /// <summary>Version of the interpreter.</summary>
    public string PythonVersion { get; private set; } = "";

    /// <summary>Starts one.</summary>
    /// <exception cref="SandboxUnavailableException">The system does not allow it.</exception>
    public static async Task<SandboxWorker> StartAsync(HostPrograms programs, string label, CancellationToken cancellationToken)
    {
        var launcher = LauncherScript.Bytes;
        var worker = new SandboxWorker(Process.Start(WorkerCommand.For(programs, launcher.Length, label))!);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(StartPatience);
            await worker.Requests.WriteAsync(launcher, patience.Token);
            await Frames.WriteAsync(worker.Requests, new(Filter), WorkerJson.Default.WorkerSettings, patience.Token);
            worker.PythonVersion = (await Frames.ReadAsync(worker.Answers, WorkerJson.Default.WorkerGreeting, patience.Token)).Ready;
            return worker;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or OperationCanceledException)
        {
            await worker.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            var said = await worker.complaint;
            throw new SandboxUnavailableException(
                $"bubblewrap could not make a sandbox ({(said.Length > 0 ? said : "it did not say why")}); allow user namespaces: sysctl kernel.unprivileged_userns_clone=1 on Debian, "
                + "kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu, --security-opt seccomp=unconfined for a container.");
        }
    }

    /// <summary>Runs a program that was checked.</summary>
    public async Task<SandboxResult> RunAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        // Until the answer is complete, what comes next on the stream is unknown.
        IsSound = false;
        Runs++;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(request.Limits.WallTime + AnswerPatience);
        try
        {
            await Frames.WriteAsync(Requests, WorkerRequest.Of(request), WorkerJson.Default.WorkerRequest, patience.Token);
            var answer = await Frames.ReadAsync(Answers, WorkerJson.Default.WorkerAnswer, patience.Token);
            if (answer.Over is not [_, _] || answer.Lengths is not [_, _] || answer.Lengths.Any(length => length < 0 || length > request.Limits.OutputBytes))
            {
                throw new InvalidDataException("The launcher's answer is not one to this request.");
            }

            var output = await Frames.ReadBytesAsync(Answers, answer.Lengths[0], patience.Token);
            var error = await Frames.ReadBytesAsync(Answers, answer.Lengths[1], patience.Token);
            var result = answer.ToResult(Encoding.UTF8.GetString(output), Encoding.UTF8.GetString(error));
            IsSound = !answer.Left && result.Outcome is SandboxOutcome.Exited or SandboxOutcome.RuntimeError or SandboxOutcome.CompileError;
            return result;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return new(SandboxOutcome.SandboxFailure) { Problem = $"The sandbox's launcher failed: {error.Message}" };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(SandboxOutcome.SandboxFailure) { Problem = $"The sandbox's launcher did not answer {AnswerPatience.TotalSeconds:0} s after the limit." };
        }
    }

    /// <summary>Ends the sandbox and all that runs in it: the launcher leaves when nobody is there to ask it, and takes the namespace with it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            Requests.Close();
        }
        catch (IOException)
        {
            // It had left already.
        }

        using var patience = new CancellationTokenSource(ExitPatience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The shell's end is bubblewrap's end, and that is the namespace's.
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await complaint;
        process.Dispose();
    }

    private Stream Requests => process.StandardInput.BaseStream;

    private Stream Answers => process.StandardOutput.BaseStream;

    private static async Task<string> ReadComplaintAsync(Stream stream)
    {
        var (kept, part) = (new MemoryStream(), new byte[1024]);
        try
        {
            for (int length; (length = await stream.ReadAsync(part)) > 0;)
            {
                kept.Write(part, 0, (int)Math.Min(length, MaxComplaint - kept.Length));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // What was read is enough.
        }

        var text = Encoding.UTF8.GetString(kept.ToArray());
        return text.ReplaceLineEndings(" ").Trim();
    }
}
