namespace DataEnvGym.Students.Training;

/// <summary>Says whether another step still fits before a deadline, by the slowest of the recent steps.</summary>
/// <param name="time">The clock.</param>
/// <param name="started">Timestamp of the start of the work.</param>
/// <param name="maxSeconds">The limit; null for none.</param>
/// <param name="earlier">Seconds that the same work took before, in other processes.</param>
internal sealed class TimeLimit(TimeProvider time, long started, double? maxSeconds, double earlier = 0)
{
    private const int Recent = 16;

    // Seconds to store the result, and seconds that a first step may take in a process that has just started.
    private const double Reserve = 0.25;
    private const double FirstStep = 1;
    private readonly Queue<(double Seconds, long Work)> steps = new();

    /// <summary>Seconds that the work took so far.</summary>
    public double Elapsed => earlier + time.GetElapsedTime(started).TotalSeconds;

    /// <summary>Whether a step of <paramref name="work"/> tokens, padding included, would end before the limit.</summary>
    public bool Allows(long work) => maxSeconds is not { } limit || Elapsed + Predict(work) + Reserve <= limit;

    /// <summary>Notes what a step took.</summary>
    public void Record(double seconds, long work)
    {
        steps.Enqueue((seconds, work));
        if (steps.Count > Recent)
        {
            steps.Dequeue();
        }
    }

    private double Predict(long work) =>
        steps.Count == 0 ? FirstStep : steps.Max(step => step.Seconds) * Math.Max(1, (double)work / steps.Max(step => step.Work));
}
