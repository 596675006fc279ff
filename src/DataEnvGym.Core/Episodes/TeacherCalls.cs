using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>
/// How a workflow has its teachers asked. While one does not answer, the workflow waits, for longer each time, and then lets a single call through to see. The
/// wait ends for good with the episode's wall clock or a person's stop; the work is then finished without any call.
/// </summary>
/// <param name="context">The workflow's context. It must not wait for <see cref="EpisodeNames.Stop"/> itself at the same time.</param>
/// <param name="state">The episode; its start must be known.</param>
/// <param name="iteration">The running iteration, if one is running.</param>
internal sealed class TeacherCalls(IWorkflowContext context, EpisodeState state, int? iteration = null)
{
    private static readonly int[] Minutes = [1, 2, 4, 8, 15];

    /// <summary>Why no teacher is called any more; none while they are.</summary>
    public StopReason? Ended { get; private set; }

    /// <summary>What was spent on work that was given up.</summary>
    public Spend Lost { get; private set; }

    /// <summary>Calls an activity that asks a teacher.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="input">Its input.</param>
    /// <param name="withoutCalls">The same input with nothing to spend.</param>
    /// <param name="running">What the running iteration has spent so far; to be shown.</param>
    public async Task<TOut> CallAsync<TIn, TOut>(ActivityName<TIn, TOut> activity, TIn input, Func<TIn, TIn> withoutCalls, Spend running = default)
        where TOut : ITeacherOutput<TOut> => (await CallAsync(activity, [input], withoutCalls, running))[0];

    /// <summary>Calls an activity for several inputs at a time.</summary>
    /// <inheritdoc cref="CallAsync{TIn, TOut}(ActivityName{TIn, TOut}, TIn, Func{TIn, TIn}, Spend)"/>
    public async Task<TOut[]> CallAsync<TIn, TOut>(ActivityName<TIn, TOut> activity, IReadOnlyList<TIn> inputs, Func<TIn, TIn> withoutCalls, Spend running = default)
        where TOut : ITeacherOutput<TOut>
    {
        var outputs = new TOut[inputs.Count];
        await FillAsync([.. Enumerable.Range(0, inputs.Count)], Ended is null ? input => input : withoutCalls);
        var since = context.Now;
        for (var (pauses, progress) = (0, Progress()); Away() is [var first, ..] away; pauses++)
        {
            await PauseAsync(since, pauses, outputs[first].Away!, running);
            if (Ended is not null)
            {
                Lost = away.Aggregate(Lost, (sum, index) => sum + outputs[index].Spend);
                await FillAsync(away, withoutCalls);
                break;
            }

            await FillAsync([first], input => input);
            if (outputs[first].Away is null)
            {
                await FillAsync([.. away.Skip(1)], input => input);
            }

            // A teacher that answers now and then is worth asking soon.
            (pauses, since, progress) = Progress() == progress ? (pauses, since, progress) : (-1, context.Now, Progress());
        }

        return outputs;

        List<int> Away() => [.. Enumerable.Range(0, outputs.Length).Where(index => outputs[index].Away is not null)];

        int Progress() => outputs.Sum(output => output.Spend.Calls);

        async Task FillAsync(IReadOnlyList<int> indices, Func<TIn, TIn> change)
        {
            var filled = await Task.WhenAll(indices.Select(index => context.CallAsync(activity, change(inputs[index]))));
            foreach (var (place, index) in indices.Index())
            {
                outputs[index] = filled[place];
            }
        }
    }

    private async Task PauseAsync(DateTimeOffset since, int pauses, string reason, Spend running)
    {
        var deadline = state.Spec.Stop.WallClock is { } limit ? state.StartedAt + limit : null;
        var pause = TimeSpan.FromMinutes(Minutes[Math.Min(pauses, Minutes.Length - 1)]);
        var next = deadline is { } end && end < context.Now + pause ? end : context.Now + pause;
        if (next > context.Now)
        {
            context.Publish(EpisodeStatus.Of(state, EpisodeStatus.WaitingForTeacher, iteration, running) with { Pause = TeacherPause.Of(since, next, reason) });
            Ended = (await context.WaitForEventAsync(EpisodeNames.Stop, next - context.Now)).Received ? StopReason.User : null;
        }

        Ended ??= deadline <= context.Now ? StopReason.WallClock : null;
    }
}
