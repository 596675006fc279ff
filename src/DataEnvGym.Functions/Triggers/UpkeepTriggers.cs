using DataEnvGym.Functions.Engine;
using DataEnvGym.Functions.Hosts;
using DataEnvGym.Hosting.Curricula;
using DataEnvGym.Hosting.Upkeep;
using DataEnvGym.Jobs.Posting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Functions.Triggers;

/// <summary>What the app does by itself: takes workers' results, looks after curricula, wakes what is stuck, forgets what is old.</summary>
/// <param name="apis">Makes what works with a trigger's client.</param>
/// <param name="inbox">Checks workers' messages.</param>
/// <param name="jobs">The jobs of runs.</param>
/// <param name="options">For how long what is kept.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told what was done.</param>
public sealed partial class UpkeepTriggers(ApiFactory apis, JobInbox inbox, RunJobs jobs, UpkeepOptions options, TimeProvider time, ILogger<UpkeepTriggers> log)
{
    /// <summary>A worker says that an attempt has ended. A message that does not show the attempt's secret changes nothing.</summary>
    [Function("student-results")]
    public async Task TakeResult(
        [QueueTrigger("student-results", Connection = "AzureWebJobsStorage")] BinaryData message, [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        var news = await inbox.ReadAsync(message.ToMemory(), stop);
        if (news.Arrival is { } arrival)
        {
            await RaiseAsync(client, arrival, stop);
        }
        else
        {
            LogRefusal(log, news.Refusal!);
        }
    }

    /// <summary>Looks once a minute after curricula, and starts the runs that are due.</summary>
    [Function("curricula-tick")]
    public async Task Tick([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        foreach (var tick in await apis.Curricula(client).TickAsync(time.GetUtcNow(), stop))
        {
            LogTick(log, tick.Curriculum, tick.Deed, tick.Run, tick.Reason);
        }
    }

    /// <summary>Wakes workflows whose timer was lost.</summary>
    [Function("watchdog")]
    public async Task Watch([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        var watchdog = new Watchdog(
            apis.Host(client), jobs,
            async (id, token) => await client.GetInstanceAsync(id, getInputsAndOutputs: false, token) is { IsRunning: true },
            (arrival, token) => RaiseAsync(client, arrival, token));
        foreach (var arrival in await watchdog.WakeAsync(options.StuckAfter, stop))
        {
            LogWoken(log, arrival.InstanceId, arrival.Payload);
        }
    }

    /// <summary>Forgets the histories of runs that ended long ago. Their artefacts stay.</summary>
    [Function("purge")]
    public async Task Purge([TimerTrigger("0 0 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        var filter = new PurgeInstancesFilter(
            CreatedTo: time.GetUtcNow() - options.KeepHistories,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        var purged = await client.PurgeAllInstancesAsync(filter, cancellation: stop);
        LogPurged(log, purged.PurgedInstanceCount);
    }

    private static Task RaiseAsync(DurableTaskClient client, JobArrival arrival, CancellationToken stop) => client.RaiseEventAsync(
        arrival.InstanceId, arrival.Event.Name, Payload.Write(arrival.Payload, arrival.Event.Payload, $"payload of event '{arrival.Event.Name}'"), stop);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A worker's message was refused: {Reason}")]
    private static partial void LogRefusal(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Curriculum {Curriculum}: {Deed} {Run}. {Reason}")]
    private static partial void LogTick(ILogger log, string curriculum, TickDeed deed, string? run, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance} should have got on by itself; it was woken to look at {Attempt}.")]
    private static partial void LogWoken(ILogger log, string instance, string attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} histories of old runs were purged.")]
    private static partial void LogPurged(ILogger log, int count);
}
