using DataEnvGym.Jobs.Running;
using DataEnvGym.Worker.Logging;
using DataEnvGym.Worker.Settings;

namespace DataEnvGym.Worker.Work;

/// <summary>Works until there is nothing left to do or the process is asked to stop, and knows the exit code then.</summary>
internal sealed class WorkerService(
    WorkerSettings settings, WorkPlace place, JobRunner runner, TimeProvider time, IJobObserver observer, IHostApplicationLifetime lifetime, ILogger<WorkerService> logger)
    : BackgroundService
{
    private const int Stopped = 130;

    /// <summary>Exit code of the process.</summary>
    public int ExitCode { get; private set; } = Stopped;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the first step of a service: give it back at once.
        await Task.Yield();
        logger.Working(settings.Runner.Worker, place.Name, settings.Device.ToString(), place.Ticket ?? "tickets from the queue");
        using var stopping = stoppingToken.Register(logger.Stopping);
        try
        {
            ExitCode = place.Ticket is { } ticket ? CodeOf(await new OneJob(place, runner).RunAsync(ticket, stoppingToken)) : await TakeTicketsAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            logger.CannotGoOn(LogObserver.OneLine(error));
            ExitCode = 1;
        }

        lifetime.StopApplication();
    }

    private async Task<int> TakeTicketsAsync(CancellationToken stop)
    {
        await new JobWorker(place.Tickets!, place.Poison!, runner, settings.Queue, time, observer).RunAsync(stop);
        return 0;
    }

    private static int CodeOf(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Failed => 1,
        JobOutcome.Stopped => Stopped,
        _ => 0,
    };
}
