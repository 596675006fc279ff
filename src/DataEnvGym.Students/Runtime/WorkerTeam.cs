using System.Runtime.ExceptionServices;
using TorchSharp;

namespace DataEnvGym.Students.Runtime;

/// <summary>Runs the same action on several threads and waits for all: worker 0 is the thread that asks, the others are kept between calls.</summary>
internal sealed class WorkerTeam : IDisposable
{
    private readonly Thread[] threads;
    private readonly SemaphoreSlim[] starts;
    private readonly CountdownEvent finished;
    private readonly Exception?[] errors;
    private Action<int>? action;

    public WorkerTeam(int size)
    {
        Size = size;
        finished = new CountdownEvent(size - 1);
        errors = new Exception?[size];
        starts = Enumerable.Range(1, size - 1).Select(_ => new SemaphoreSlim(0)).ToArray();
        threads = Enumerable.Range(1, size - 1).Select(worker => new Thread(() => Serve(worker)) { IsBackground = true, Name = $"student-{worker}" }).ToArray();
        Array.ForEach(threads, thread => thread.Start());
    }

    /// <summary>Number of workers.</summary>
    public int Size { get; }

    /// <summary>Where they compute.</summary>
    public torch.Device Device { get; init; } = torch.CPU;

    /// <summary>Calls <paramref name="work"/> once per worker, with the worker's number, and rethrows the first worker's error.</summary>
    public void Run(Action<int> work)
    {
        Array.Clear(errors);
        finished.Reset(threads.Length);
        action = work;
        Array.ForEach(starts, start => start.Release());
        Attempt(0);
        finished.Wait();
        if (Array.Find(errors, error => error is not null) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        action = null;
        Array.ForEach(starts, start => start.Release());
        Array.ForEach(threads, thread => thread.Join());
        Array.ForEach(starts, start => start.Dispose());
        finished.Dispose();
    }

    private void Serve(int worker)
    {
        torch.set_num_threads(1);
        while (true)
        {
            starts[worker - 1].Wait();
            if (action is null)
            {
                return;
            }

            Attempt(worker);
            finished.Signal();
        }
    }

    private void Attempt(int worker)
    {
        try
        {
            using var scope = torch.NewDisposeScope();
            action!(worker);
        }
        catch (Exception error)
        {
            errors[worker] = error;
        }
    }
}
