using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Functions.Engine;

/// <summary>Runs the activities of every run.</summary>
/// <param name="register">Adds the activities of a run to a registry.</param>
/// <param name="log">Told of errors and progress.</param>
public sealed partial class ActivityRunner(Action<string, IWorkflowRegistry> register, ILogger<ActivityRunner> log)
{
    /// <summary>Runs an activity.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="call">The run and the input, as JSON.</param>
    /// <param name="cancellationToken">Stops it, as when the host stops.</param>
    /// <returns>Its result or its error, as JSON.</returns>
    /// <exception cref="OperationCanceledException">It was stopped. The host then runs it again.</exception>
    public async Task<string> RunAsync(string name, string call, CancellationToken cancellationToken)
    {
        ActivityAnswer answer;
        try
        {
            var request = Payload.Read(call, EngineJson.Default.ActivityCall, $"call of activity '{name}'");
            var catalogue = new ActivityCatalogue();
            register(request.Run, catalogue);
            answer = new(await catalogue.RunAsync(name, request.Input, new Progress(log, request.Run, name), cancellationToken), null);
            return Payload.Write(answer, EngineJson.Default.ActivityAnswer, $"result of activity '{name}'");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(log, e, name);
            return Payload.Write(new(null, Failure.Of(e)), EngineJson.Default.ActivityAnswer, $"error of activity '{name}'");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Activity} failed.")]
    private static partial void LogFailure(ILogger log, Exception error, string activity);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Run {Run}, {Activity}: {Done} of {Total} {Unit}.")]
    private static partial void LogProgress(ILogger log, string run, string activity, int done, int total, string unit);

    private sealed class Progress(ILogger log, string run, string activity) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => LogProgress(log, run, activity, value.Done, value.Total, value.Unit);
    }
}
