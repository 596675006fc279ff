using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Running;

namespace DataEnvGym.Worker.Logging;

/// <summary>Logs what a worker does.</summary>
internal sealed class LogObserver(ILogger<LogObserver> logger) : IJobObserver
{
    public void Began(JobPaths attempt, string kind, int delivery) => logger.Began(kind, attempt.ToString(), delivery);

    public void Ended(JobPaths attempt, JobOutcome outcome, TimeSpan elapsed) => logger.Ended(outcome.ToString(), attempt.ToString(), elapsed.TotalSeconds);

    public void WorkFailed(JobPaths attempt, JobError error) =>
        logger.WorkFailed(attempt.ToString(), error.Permanent ? "for good" : "another attempt may do", error.Type, error.Message);

    public void Poisoned(string reason) => logger.Poisoned(reason);

    // Storage puts headers and libtorch its stack into the lines below the first.
    public void Trouble(string what, Exception error) => logger.Trouble(what, OneLine(error));

    public static string OneLine(Exception error) => $"{error.GetType().Name}: {error.Message.AsSpan().TrimStart().ToString().Split('\r', '\n')[0]}";
}
