using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes;

/// <summary>One turn of the loop: observe → plan → generate → curate → train → examine.</summary>
public sealed class IterationWorkflow : IWorkflow<EpisodeState, IterationRecord>
{
    /// <inheritdoc/>
    public async Task<IterationRecord> RunAsync(IWorkflowContext context, EpisodeState input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        var (spec, number) = (input.Spec, input.Iterations.Count + 1);
        var (checkpoint, exams) = input.Current();
        var started = context.Now;

        context.Publish(EpisodeStatus.Of(input, "plan", number));
        var observation = await context.CallAsync(EpisodeNames.Observe, new ObserveInput(spec, number, exams.Probe, input.Taxonomy));
        var plan = await context.CallAsync(EpisodeNames.Plan, new PlanInput(spec, number, observation, Budget(input)));
        var planned = context.Now;

        context.Publish(EpisodeStatus.Of(input, "generate", number));
        var data = await DataCollection.CollectAsync(context, input, number, observation, plan);
        var generated = context.Now;

        TrainOutput? training = null;
        if (data.Examples.Count > 0)
        {
            context.Publish(EpisodeStatus.Of(input, "train", number, data.Spend));
            training = await TrainAsync(context, input, number, checkpoint, data.Examples);
        }

        var trained = context.Now;
        context.Publish(EpisodeStatus.Of(input, "examine", number, data.Spend));
        if (training is not null)
        {
            checkpoint = training.Checkpoint;
            exams = await ExamRoom.ExamineAsync(context, spec, checkpoint, $"iteration-{number:00}");
        }

        var seconds = new PhaseSeconds
        {
            Plan = (planned - started).TotalSeconds,
            Generate = (generated - planned).TotalSeconds,
            Train = (trained - generated).TotalSeconds,
            Examine = (context.Now - trained).TotalSeconds,
        };
        return new(
            number, plan.Orders.Sum(order => order.Count), data.Examples, data.Dropped, data.Malformed, data.AllowanceReached,
            observation, plan.Plan, training?.Summary, checkpoint, exams, data.Spend, seconds);
    }

    private static int Budget(EpisodeState state) =>
        state.Spec.Stop.Examples is { } limit ? Math.Min(state.Spec.ExamplesPerIteration, limit - state.Examples) : state.Spec.ExamplesPerIteration;

    // A training may not be tried again blindly: half of it may have been paid from a limited budget of seconds.
    private static Task<TrainOutput> TrainAsync(IWorkflowContext context, EpisodeState state, int number, CheckpointRef current, ArtifactRef newest)
    {
        double? left = state.Spec.Stop.TrainingSeconds is { } limit ? limit - state.TrainingSeconds : null;
        IReadOnlyList<ArtifactRef> earlier = [.. state.Iterations.Select(iteration => iteration.Examples).Where(examples => examples.Count > 0)];
        return context.CallAsync(
            EpisodeNames.Train,
            new TrainInput(state.Spec, number, state.Base!, current, newest, earlier, left),
            left is null ? null : RetryPolicy.None);
    }
}

/// <summary>What generation and curation brought in one iteration.</summary>
internal sealed record CollectedData(
    ArtifactRef Examples, IReadOnlyDictionary<string, int> Dropped, int Malformed, bool AllowanceReached, Spend Spend);
