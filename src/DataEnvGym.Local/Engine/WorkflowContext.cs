using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>The port as workflow code sees it. Turns calls into numbered commands and answers back into results.</summary>
internal sealed class WorkflowContext(InstanceRecord instance, WorkflowRegistration workflow, WorkflowPump pump) : IWorkflowContext
{
    private readonly HashSet<string> children = [];
    private int ids;

    public string InstanceId => instance.Id;

    public DateTimeOffset Now { get; set; }

    public StepTable Steps { get; } = new();

    public EventBuffer Events { get; } = new();

    /// <summary>Takes what the turn has to tell people.</summary>
    public Notices Notices { get; } = new(instance.Id);

    /// <summary>The next generation's input, once the workflow asked for one.</summary>
    public string? NextInput { get; private set; }

    public string NewId()
    {
        pump.Check(InstanceId);
        var seed = $"{InstanceId}\n{instance.Generation}\n{++ids}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 8));
    }

    public async Task<TOut> CallAsync<TIn, TOut>(ActivityName<TIn, TOut> activity, TIn input, RetryPolicy? retry = null)
    {
        pump.Check(InstanceId);
        var payload = Json.Write(input, activity.Input, $"input of activity '{activity.Name}'");
        var policy = retry ?? RetryPolicy.Default;
        for (var attempt = 1; ; attempt++)
        {
            var step = Steps.Issue(HistoryKind.ActivityScheduled, Now, activity.Name, payload, attempt: attempt);
            try
            {
                var result = await step.Task;
                Notices.Completed(step);
                return Json.Read(result, activity.Output, $"result of activity '{activity.Name}'");
            }
            catch (StepFailedException e) when (policy.Allows(e.Failure, attempt))
            {
                Notices.Retrying(step, policy.DelayAfter(attempt), e.Message);
            }
            catch (StepFailedException e)
            {
                Notices.Failed(step, e.Message);
                throw e.Failure.ToException(activity.Name);
            }

            await DelayAsync(policy.DelayAfter(attempt));
        }
    }

    public async Task<TOut> CallChildAsync<TIn, TOut>(WorkflowName<TIn, TOut> workflow, TIn input, string? instanceId = null)
    {
        pump.Check(InstanceId);
        var id = $"{InstanceId}/{instanceId ?? NewId()}";
        if (!children.Add(id))
        {
            throw new InvalidOperationException($"Instance '{InstanceId}' has a child '{id}' already; give each child its own id, or none.");
        }

        var payload = Json.Write(input, workflow.Input, $"input of workflow '{workflow.Name}'");
        try
        {
            var result = await Steps.Issue(HistoryKind.ChildScheduled, Now, workflow.Name, payload, id).Task;
            return Json.Read(result, workflow.Output, $"result of workflow '{workflow.Name}'");
        }
        catch (StepFailedException e)
        {
            throw e.Failure.ToException(workflow.Name);
        }
    }

    public async Task<T> WaitForEventAsync<T>(EventName<T> name)
    {
        pump.Check(InstanceId);
        return ReadEvent(name, await Events.Wait(name.Name));
    }

    public async Task<EventOutcome<T>> WaitForEventAsync<T>(EventName<T> name, TimeSpan timeout)
    {
        pump.Check(InstanceId);
        var wait = Events.Wait(name.Name);
        if (!wait.IsCompleted)
        {
            var timer = IssueTimer(timeout);
            if (await Task.WhenAny(wait, timer.Task) == timer.Task)
            {
                Events.Forget(wait);
                return new EventOutcome<T>(false, default);
            }

            Steps.Forget(timer);
        }

        return new EventOutcome<T>(true, ReadEvent(name, await wait));
    }

    public Task DelayAsync(TimeSpan delay)
    {
        pump.Check(InstanceId);
        return IssueTimer(delay).Task;
    }

    public void ReportStatus(string status)
    {
        pump.Check(InstanceId);
        Notices.Status(status);
    }

    public void ContinueAsNew<TIn>(TIn input)
    {
        pump.Check(InstanceId);
        NextInput = workflow.WriteInput(input);
    }

    private Step IssueTimer(TimeSpan delay) =>
        Steps.Issue(HistoryKind.TimerCreated, Now, "", SqliteJournal.Text(Now + (delay > TimeSpan.Zero ? delay : TimeSpan.Zero)));

    private T ReadEvent<T>(EventName<T> name, string payload) =>
        Json.Read(payload, name.Payload, $"payload of event '{name.Name}' for instance '{InstanceId}'");
}
