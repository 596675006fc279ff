using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>
/// The loop. Each execution does one iteration as a child workflow and then continues as new, so that history stays small; the last one reads the sealed
/// split, once, and writes the report.
/// </summary>
public sealed class EpisodeWorkflow : IWorkflow<EpisodeState, EpisodeOutcome>
{
    /// <inheritdoc/>
    public async Task<EpisodeOutcome> RunAsync(IWorkflowContext context, EpisodeState input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        if (input.LoopVersion != EpisodeNames.LoopVersion)
        {
            throw new PermanentException(
                $"This run was begun by version {input.LoopVersion} of the loop and this program has version {EpisodeNames.LoopVersion}; finish it with the program that began it, or run its spec anew.");
        }

        var (state, ended) = (input, (StopReason?)null);
        if (state.Base is null)
        {
            (state, ended) = await PrepareAsync(context, state);
        }
        else
        {
            var iteration = await context.CallChildAsync(EpisodeNames.Iteration, state, EpisodeNames.IterationInstance(state.Iterations.Count + 1));
            state = state with
            {
                Iterations = [.. state.Iterations, iteration],
                Spend = state.Spend + iteration.Spend,
                Seconds = state.Seconds + iteration.Seconds,
            };
        }

        context.Publish(EpisodeStatus.Of(state, "decide"));
        var stop = context.WaitForEventAsync(EpisodeNames.Stop);
        var reason = ended ?? StopRules.Decide(state, context.Now, stop.IsCompleted) ?? await CheckPlateauAsync(context, state);

        // A wish that came while the plateau was checked must not be lost: this execution has taken it.
        reason ??= stop.IsCompleted ? StopReason.User : null;
        if (reason is { } found)
        {
            return await FinishAsync(context, state, found);
        }

        context.ContinueAsNew(state);
        return new(state.Base!.Weights, state);
    }

    private static async Task<(EpisodeState State, StopReason? Ended)> PrepareAsync(IWorkflowContext context, EpisodeState state)
    {
        var started = context.Now;
        context.Publish(EpisodeStatus.Of(state, "prepare"));
        var student = state.StartFrom is { } champion
            ? await context.CallAsync(EpisodeNames.Import, new ImportInput(champion))
            : (await StudentWork.DoAsync(context, new JobRequest("prepare", new() { Prepare = new(state.Spec.Student) }))).Base!;
        state = state with { StartedAt = started, Base = student };
        if (state.Spec.Agent.Data is not null)
        {
            state = state with { Pool = await context.CallAsync(EpisodeNames.Pool, new PoolInput(state.Spec)) };
        }

        var teachers = new TeacherCalls(context, state);
        if (state.Spec.Environment != Agents.EnvironmentKind.OpenEnded)
        {
            context.Publish(EpisodeStatus.Of(state, "discover skills"));
            var discovery = await teachers.CallAsync(
                EpisodeNames.DiscoverSkills, new DiscoverInput(state.Spec, state.Remaining()), input => input with { Allowance = Allowance.Nothing });
            state = state with { Taxonomy = discovery.Taxonomy, Spend = discovery.Spend + teachers.Lost, Calls = discovery.Calls is { } calls ? [calls] : [] };
        }

        var prepared = context.Now;
        context.Publish(EpisodeStatus.Of(state, "examine"));
        var exams = await ExamRoom.ExamineAsync(context, state.Spec, student, "iteration-00");
        state = state with
        {
            BaseExams = exams,
            Seconds = new() { Prepare = (prepared - started).TotalSeconds, Examine = (context.Now - prepared).TotalSeconds },
        };
        return (state, teachers.Ended);
    }

    // The best of the last k iterations against the best before them.
    private static async Task<StopReason?> CheckPlateauAsync(IWorkflowContext context, EpisodeState state)
    {
        if (state.Spec.Stop.Plateau is not { } plateau || state.Iterations.Count < plateau.Iterations)
        {
            return null;
        }

        var earlier = state with { Iterations = [.. state.Iterations.SkipLast(plateau.Iterations)] };
        var before = earlier.After(earlier.BestIteration()).Exams.Select;
        var recent = state.Iterations.TakeLast(plateau.Iterations).MaxBy(iteration => iteration.Exams.Select.Correct)!.Exams.Select;
        var gained = await context.CallAsync(EpisodeNames.Gain, new GainInput(before, recent));
        return gained ? null : StopReason.Plateau;
    }

    private static async Task<EpisodeOutcome> FinishAsync(IWorkflowContext context, EpisodeState state, StopReason reason)
    {
        context.Publish(EpisodeStatus.Of(state, "final test"));
        var started = context.Now;
        var before = await ExamRoom.ExamineAsync(context, state.Spec, state.Base!, Split.Test, "test/base");
        var best = state.BestIteration();
        var after = best == 0 ? before : await ExamRoom.ExamineAsync(context, state.Spec, state.After(best).Checkpoint, Split.Test, "test/best");
        state = state with { Seconds = state.Seconds + new PhaseSeconds { Examine = (context.Now - started).TotalSeconds } };
        context.Publish(EpisodeStatus.Of(state, "report"));
        var report = await context.CallAsync(EpisodeNames.Report, new ReportInput(state, reason, before, after));
        context.Publish(EpisodeStatus.Of(state, "done"));
        return new(report, state);
    }
}
