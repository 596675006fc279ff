using System.Globalization;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Functions.Engine;
using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Jobs.Posting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DataEnvGym.Functions.Hosts;

/// <summary>Episodes and runs of curricula as Durable Functions has them. A run's children are instances of their own, with ids that begin with the run's.</summary>
/// <param name="client">The client that a trigger is given.</param>
/// <param name="jobs">The jobs of runs.</param>
internal sealed class DurableEpisodeHost(DurableTaskClient client, RunJobs jobs) : IEpisodeHost, ICurriculumHost
{
    private const string Reason = "asked for over HTTP";
    private static readonly string Version = EpisodeNames.LoopVersion.ToString(CultureInfo.InvariantCulture);

    public Task<bool> TryStartAsync(string run, EpisodeState input, CancellationToken cancellationToken) =>
        TryStartAsync(run, EpisodeNames.Episode, input, cancellationToken);

    public async Task StartAsync(CurriculumRun run, CancellationToken cancellationToken) =>
        await TryStartAsync(run.Run, CurriculumNames.Run, run, cancellationToken);

    public async Task<EpisodePage> ListAsync(int limit, string? after, CancellationToken cancellationToken)
    {
        // Children are instances too: a page of the store may hold no episode at all.
        var query = new OrchestrationQuery(PageSize: limit, FetchInputsAndOutputs: true, ContinuationToken: after);
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages(after, limit).WithCancellation(cancellationToken))
        {
            var episodes = page.Values.Where(instance => InstanceIds.RunOf(instance.InstanceId) == instance.InstanceId).Select(Standing).ToList();
            if (episodes.Count > 0 || page.ContinuationToken is null)
            {
                return new(episodes, page.ContinuationToken);
            }
        }

        return new([], null);
    }

    public async Task<EpisodeInstance?> FindAsync(string run, string? child, CancellationToken cancellationToken)
    {
        var id = child is null ? run : InstanceIds.ChildOf(await EpisodeOfAsync(run, cancellationToken), child);
        return await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is { } found ? Standing(found) : null;
    }

    // The input of the newest execution holds what is finished.
    public async Task<EpisodeState?> FindStateAsync(string run, CancellationToken cancellationToken)
    {
        var id = await EpisodeOfAsync(run, cancellationToken);
        return await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) switch
        {
            null => null,
            { RuntimeStatus: OrchestrationRuntimeStatus.Completed } ended => Payload.Read(ended.ReadOutputAs<string>(), EpisodeNames.Episode.Output, $"result of {id}").State,
            var found => Payload.Read(Payload.Read(found.ReadInputAs<string>(), EngineJson.Default.WorkflowCall, $"input of {id}").Input, EpisodeNames.Episode.Input, $"input of {id}"),
        };
    }

    public async Task<RunStanding> FindAsync(string run, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(run, getInputsAndOutputs: false, cancellationToken) switch
        {
            null => RunStanding.Absent,
            { IsCompleted: true } => RunStanding.Ended,
            _ => RunStanding.Running,
        };

    public async Task RaiseAsync<T>(string run, string? child, EventName<T> name, T payload, CancellationToken cancellationToken)
    {
        var episode = await EpisodeOfAsync(run, cancellationToken);
        var text = Payload.Write(payload, name.Payload, $"payload of event '{name.Name}'");
        await client.RaiseEventAsync(child is null ? episode : InstanceIds.ChildOf(episode, child), name.Name, text, cancellationToken);
    }

    public Task SuspendAsync(string run, CancellationToken cancellationToken) =>
        ForEachAsync(run, instance => instance.IsCompleted ? Task.CompletedTask : client.SuspendInstanceAsync(instance.InstanceId, Reason, cancellationToken), cancellationToken);

    public Task ResumeAsync(string run, CancellationToken cancellationToken) =>
        ForEachAsync(
            run,
            instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Suspended ? client.ResumeInstanceAsync(instance.InstanceId, Reason, cancellationToken) : Task.CompletedTask,
            cancellationToken);

    // Durable's own rewind repeats activities that failed; ours answer with their error, because only that way its type survives. So the last execution is
    // started again with the input that it had, which holds all finished iterations. What its activities and jobs had made is found again.
    public async Task<bool> RetryAsync(string run, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(run, getInputsAndOutputs: true, cancellationToken) is not { RuntimeStatus: OrchestrationRuntimeStatus.Failed } failed)
        {
            return false;
        }

        await ForEachAsync(run, child => child.InstanceId == run ? Task.CompletedTask : client.PurgeInstanceAsync(child.InstanceId, cancellationToken), cancellationToken);
        await client.ScheduleNewOrchestrationInstanceAsync(failed.Name, failed.ReadInputAs<string>(), Options(run, OrchestrationRuntimeStatus.Failed), cancellationToken);
        return true;
    }

    public async Task TerminateAsync(string run, CancellationToken cancellationToken)
    {
        await ForEachAsync(
            run,
            instance => instance.IsCompleted ? Task.CompletedTask : client.TerminateInstanceAsync(instance.InstanceId, (object?)Reason, cancellationToken),
            cancellationToken);
        await jobs.CancelAsync(run, cancellationToken);
    }

    public Task PurgeAsync(string run, CancellationToken cancellationToken) =>
        ForEachAsync(run, instance => client.PurgeInstanceAsync(instance.InstanceId, cancellationToken), cancellationToken);

    private async Task<bool> TryStartAsync<TIn, TOut>(string run, WorkflowName<TIn, TOut> workflow, TIn input, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(run, getInputsAndOutputs: false, cancellationToken) is not null)
        {
            return false;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(workflow.Name, WorkflowCall.Start(workflow, input), Options(run), cancellationToken);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Someone else was faster, which each storage provider says with an exception of its own.
            if (await client.GetInstanceAsync(run, getInputsAndOutputs: false, cancellationToken) is null)
            {
                throw;
            }

            return false;
        }
    }

    // A status that is not named here would have a running instance ended and begun anew.
    private static StartOrchestrationOptions Options(string run, params OrchestrationRuntimeStatus[] replaceable) =>
        new StartOrchestrationOptions(run) { Version = new TaskVersion(Version) }
            .WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Except(replaceable)]);

    // The episode of a curriculum's run is a child of it.
    private async Task<string> EpisodeOfAsync(string run, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(run, getInputsAndOutputs: false, cancellationToken) is { } root && root.Name == CurriculumNames.Run.Name
            ? InstanceIds.ChildOf(run, CurriculumWorkflow.EpisodeChild)
            : run;

    private async Task ForEachAsync(string run, Func<OrchestrationMetadata, Task> act, CancellationToken cancellationToken)
    {
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: run)).WithCancellation(cancellationToken))
        {
            if (InstanceIds.RunOf(instance.InstanceId) == run)
            {
                await act(instance);
            }
        }
    }

    private static EpisodeInstance Standing(OrchestrationMetadata found) => new(
        found.InstanceId,
        found.RuntimeStatus switch
        {
            OrchestrationRuntimeStatus.Pending => EpisodeRunState.Pending,
            OrchestrationRuntimeStatus.Suspended => EpisodeRunState.Paused,
            OrchestrationRuntimeStatus.Completed => EpisodeRunState.Completed,
            OrchestrationRuntimeStatus.Failed => EpisodeRunState.Failed,
            OrchestrationRuntimeStatus.Terminated => EpisodeRunState.Terminated,
            _ => EpisodeRunState.Running,
        },
        string.IsNullOrEmpty(found.SerializedCustomStatus) ? null : found.ReadCustomStatusAs<string>(),
        found.CreatedAt,
        found.LastUpdatedAt,
        found.FailureDetails?.ErrorMessage);
}
