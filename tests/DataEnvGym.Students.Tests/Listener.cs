using DataEnvGym.Core.Students;

namespace DataEnvGym.Students.Tests;

/// <summary>Hears of progress on the thread that makes it, and keeps it.</summary>
internal sealed class Listener(Action<WorkProgress>? heard = null) : IProgress<WorkProgress>
{
    public List<WorkProgress> Heard { get; } = [];

    public void Report(WorkProgress value)
    {
        Heard.Add(value);
        heard?.Invoke(value);
    }
}
