using DataEnvGym.Core.Students;

namespace DataEnvGym.Students.Runtime;

/// <summary>Passes progress on, at most four times a second, and always the first and the last.</summary>
internal sealed class Meter(IProgress<WorkProgress>? progress, int total, string unit, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly Lock gate = new();
    private long? reported;
    private int done;

    /// <summary>Adds <paramref name="units"/> to what is done. Any thread may call it.</summary>
    public void Advance(int units, Func<string>? detail = null)
    {
        lock (gate)
        {
            done += units;
            if (progress is not null && (done == total || reported is not { } last || time.GetElapsedTime(last) >= Interval))
            {
                reported = time.GetTimestamp();
                progress.Report(new WorkProgress(done, total, unit, detail?.Invoke()));
            }
        }
    }

    /// <summary>Passes <paramref name="detail"/> on at once.</summary>
    public void Tell(string detail)
    {
        lock (gate)
        {
            progress?.Report(new WorkProgress(done, total, unit, detail));
        }
    }
}
