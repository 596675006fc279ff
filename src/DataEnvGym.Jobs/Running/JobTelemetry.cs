using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DataEnvGym.Jobs.Running;

/// <summary>Traces and metrics of workers.</summary>
public static class JobTelemetry
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    public const string Name = "DataEnvGym.Jobs";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Poisoned = Meter.CreateCounter<long>("dataenvgym.jobs.poisoned", "{message}", "Messages moved to the poison queue");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("dataenvgym.jobs.duration", "s", "Time that a worker spent with an attempt");

    internal static Activity? Begin(Contract.IssuedAttempt attempt, int delivery) => Source.StartActivity($"job {attempt.Manifest.Kind}", ActivityKind.Consumer)
        ?.SetTag("dataenvgym.run", attempt.Paths.Run).SetTag("dataenvgym.job", attempt.Paths.Job)
        .SetTag("dataenvgym.attempt", attempt.Paths.Attempt).SetTag("dataenvgym.delivery", delivery);

    internal static void End(Activity? activity, string kind, JobOutcome outcome, TimeSpan elapsed)
    {
        activity?.SetTag("dataenvgym.outcome", outcome.ToString()).SetStatus(outcome == JobOutcome.Failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        Duration.Record(elapsed.TotalSeconds, new("kind", kind), new("outcome", outcome.ToString()));
    }

    internal static void CountPoison() => Poisoned.Add(1);
}
