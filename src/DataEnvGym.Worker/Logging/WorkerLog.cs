namespace DataEnvGym.Worker.Logging;

/// <summary>What a worker logs. Nothing of it holds a ticket, a nonce or a connection string.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Information, "{Worker} works for {Storage} on {Device}: {Task}")]
    public static partial void Working(this ILogger logger, string worker, string storage, string device, string task);

    [LoggerMessage(2, LogLevel.Information, "Began {Kind}, {Attempt}, delivery {Delivery}")]
    public static partial void Began(this ILogger logger, string kind, string attempt, int delivery);

    [LoggerMessage(3, LogLevel.Information, "{Outcome}: {Attempt}, after {Seconds:0.0} s")]
    public static partial void Ended(this ILogger logger, string outcome, string attempt, double seconds);

    [LoggerMessage(4, LogLevel.Warning, "The work of {Attempt} failed ({Permanence}): {Type}: {Message}")]
    public static partial void WorkFailed(this ILogger logger, string attempt, string permanence, string type, string message);

    [LoggerMessage(5, LogLevel.Error, "A message was moved to the poison queue: {Reason}")]
    public static partial void Poisoned(this ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Could not {What}; it is tried again: {Error}")]
    public static partial void Trouble(this ILogger logger, string what, string error);

    [LoggerMessage(7, LogLevel.Information, "Stopping")]
    public static partial void Stopping(this ILogger logger);

    [LoggerMessage(8, LogLevel.Error, "This worker cannot go on: {Error}")]
    public static partial void CannotGoOn(this ILogger logger, string error);

    [LoggerMessage(9, LogLevel.Warning, "Not ready: {Reason}")]
    public static partial void NotReady(this ILogger logger, string reason);
}
