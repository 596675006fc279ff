using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Workflows;
using Microsoft.DurableTask;
using RetryPolicy = DataEnvGym.Core.Workflows.RetryPolicy;

namespace DataEnvGym.Functions.Engine;

/// <summary>The port of workflows over Durable Functions, for one execution.</summary>
/// <param name="context">What the host gives an orchestration.</param>
/// <param name="call">The orchestration's input.</param>
/// <param name="inputType">How the workflow's input is stored.</param>
internal sealed class DurableWorkflowContext(TaskOrchestrationContext context, WorkflowCall call, JsonTypeInfo inputType) : IWorkflowContext
{
    // The host refuses a custom status of more than 16 KB of JSON in UTF-16.
    private const int MaxStatusBytes = 16 * 1024;

    private readonly EventInbox events = new(context);
    private readonly HashSet<string> children = [.. call.Children];
    private int ids;

    public string InstanceId => context.InstanceId;

    public DateTimeOffset Now => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    public string NewId()
    {
        var seed = $"{InstanceId}\n{call.Generation}\n{++ids}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 8));
    }

    // The retries are here and not in the SDK, because an activity returns its errors: see ActivityAnswer.
    public async Task<TOut> CallAsync<TIn, TOut>(ActivityName<TIn, TOut> activity, TIn input, RetryPolicy? retry = null)
    {
        var policy = retry ?? RetryPolicy.Default;
        var request = new ActivityCall(InstanceIds.RunOf(InstanceId), JsonSerializer.SerializeToElement(input, activity.Input));
        var payload = Payload.Write(request, EngineJson.Default.ActivityCall, $"input of activity '{activity.Name}'");
        for (var attempt = 1; ; attempt++)
        {
            var answer = await AskAsync(activity.Name, payload);
            if (answer.Failure is not { } failure)
            {
                return Payload.Read(answer.Output.GetValueOrDefault(), activity.Output, $"result of activity '{activity.Name}'");
            }

            if (!failure.IsRetriable(policy, attempt))
            {
                throw failure.ToException(activity.Name);
            }

            await DelayAsync(policy.DelayAfter(attempt));
        }
    }

    public async Task<TOut> CallChildAsync<TIn, TOut>(WorkflowName<TIn, TOut> workflow, TIn input, string? instanceId = null)
    {
        var id = InstanceIds.ChildOf(InstanceId, instanceId ?? NewId());
        if (!children.Add(id))
        {
            throw new InvalidOperationException($"Instance '{InstanceId}' has had a child '{id}' already; give each child its own id, or none.");
        }

        try
        {
            var options = new SubOrchestrationOptions { InstanceId = id, Version = new TaskVersion(context.Version) };
            var result = await context.CallSubOrchestratorAsync<string>(workflow.Name, WorkflowCall.Start(workflow, input), options);
            return Payload.Read(result, workflow.Output, $"result of workflow '{workflow.Name}'");
        }
        catch (TaskFailedException e)
        {
            throw WorkflowFailedException.Read(workflow.Name, e.FailureDetails);
        }
    }

    public async Task<T> WaitForEventAsync<T>(EventName<T> name) => ReadEvent(name, await events.WaitAsync(name.Name));

    public async Task<EventOutcome<T>> WaitForEventAsync<T>(EventName<T> name, TimeSpan timeout)
    {
        var wait = events.WaitAsync(name.Name);
        if (!wait.IsCompleted)
        {
            using var met = new CancellationTokenSource();
            var timer = SleepAsync(timeout, met.Token);
            if (await Task.WhenAny(wait, timer) == timer)
            {
                events.Forget(name.Name, wait);
                return new EventOutcome<T>(false, default);
            }

            // A timer that is left alone would keep the instance running until it fires.
            met.Cancel();
        }

        return new EventOutcome<T>(true, ReadEvent(name, await wait));
    }

    public Task DelayAsync(TimeSpan delay) => SleepAsync(delay, CancellationToken.None);

    public void ReportStatus(string status)
    {
        var size = Encoding.Unicode.GetByteCount(JsonSerializer.Serialize(status, EngineJson.Default.String));
        if (size > MaxStatusBytes)
        {
            throw new PermanentException($"The status of '{InstanceId}' takes {size} bytes, above the host's limit of {MaxStatusBytes}; report less.");
        }

        context.SetCustomStatus(status);
    }

    public void ContinueAsNew<TIn>(TIn input)
    {
        var next = new WorkflowCall(JsonSerializer.SerializeToElement(input, inputType), call.Generation + 1, [.. children.Order(StringComparer.Ordinal)]);
        var payload = Payload.Write(next, EngineJson.Default.WorkflowCall, $"next input of '{InstanceId}'");
        events.Close();
        context.ContinueAsNew(payload, preserveUnprocessedEvents: true);
    }

    private async Task<ActivityAnswer> AskAsync(string activity, string payload)
    {
        try
        {
            var answer = await context.CallActivityAsync<string>(activity, payload);
            return Payload.Read(answer, EngineJson.Default.ActivityAnswer, $"answer of activity '{activity}'");
        }
        catch (TaskFailedException e)
        {
            return new(null, Failure.OfHost(e.FailureDetails));
        }
    }

    // On Azure Storage a timer may fire up to a second early. What is left is slept in steps of a second, so that it does not turn in circles.
    private async Task SleepAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var due = Now + delay;
        for (var wake = due; Now < due; wake = Now.AddSeconds(1))
        {
            await context.CreateTimer(wake.UtcDateTime, cancellationToken);
        }
    }

    private T ReadEvent<T>(EventName<T> name, string payload) =>
        Payload.Read(payload, name.Payload, $"payload of event '{name.Name}' for instance '{InstanceId}'");
}
