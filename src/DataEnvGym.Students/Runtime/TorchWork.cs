using TorchSharp;

namespace DataEnvGym.Students.Runtime;

/// <summary>
/// Where torch work runs: on threads of its own, since dispose scopes, the gradient mode and the thread count belong to the thread. Each
/// worker has one torch thread, and the device says how many workers there are, so that sums are formed in the same order everywhere.
/// </summary>
internal static class TorchWork
{
    /// <summary>Runs <paramref name="work"/> on a new thread with the workers of <paramref name="device"/>, frees its tensors and gives memory back.</summary>
    public static async Task<T> RunAsync<T>(StudentDevice device, Func<WorkerTeam, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TorchRuntime.EnsureLoaded(device);
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(completion, () => Run(device, work), cancellationToken)) { IsBackground = true, Name = "student" };
        thread.Start();
        return await completion.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> completion, Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            completion.SetResult(work());
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

    private static T Run<T>(StudentDevice device, Func<WorkerTeam, T> work)
    {
        torch.set_num_threads(1);
        try
        {
            using var scope = torch.NewDisposeScope();
            using var team = new WorkerTeam(device.Workers) { Device = device.Torch };
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
