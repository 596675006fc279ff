using TorchSharp;

namespace DataEnvGym.Students.Runtime;

/// <summary>
/// Where torch work runs: on threads of its own, since dispose scopes, the gradient mode and the thread count belong to the thread. Two
/// workers of one torch thread each, whatever the machine, so that sums are formed in the same order everywhere.
/// </summary>
internal static class TorchWork
{
    /// <summary>Workers of a job.</summary>
    public const int Workers = 2;

    /// <summary>Runs <paramref name="work"/> on a new thread, frees its tensors and gives memory back.</summary>
    public static async Task<T> RunAsync<T>(Func<WorkerTeam, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TorchRuntime.EnsureLoaded();
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(completion, work, cancellationToken)) { IsBackground = true, Name = "student" };
        thread.Start();
        return await completion.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> completion, Func<WorkerTeam, T> work, CancellationToken cancellationToken)
    {
        try
        {
            completion.SetResult(Run(work));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            completion.SetCanceled(cancellationToken);
        }
        catch (Exception error)
        {
            completion.SetException(error);
        }
    }

    private static T Run<T>(Func<WorkerTeam, T> work)
    {
        torch.set_num_threads(1);
        try
        {
            using var scope = torch.NewDisposeScope();
            using var team = new WorkerTeam(Workers);
            return work(team);
        }
        finally
        {
            if (OperatingSystem.IsLinux())
            {
                LinuxNative.TrimMemory();
            }
        }
    }
}
