using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Policies;
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
        var observation = await context.CallAsync(
            EpisodeNames.Observe, new ObserveInput(spec, number, exams.Probe, input.Taxonomy) { Previous = Previous(input) });
        var teachers = new TeacherCalls(context, input, number);
        var plan = await teachers.CallAsync(
            EpisodeNames.Plan, new PlanInput(spec, number, observation, Budget(input), input.Remaining()), plan => plan with { Allowance = Allowance.Nothing });
        var planned = context.Now;

        context.Publish(EpisodeStatus.Of(input, "generate", number, plan.Spend) with { Actions = plan.Actions });
        var data = await DataCollection.CollectAsync(context, teachers, input, number, observation, plan);
        var generated = context.Now;

        var goesOn = data.Examples.Count > 0 && teachers.Ended is null;
        var approval = goesOn && spec.Approval == ApprovalGate.BeforeTraining
            ? await AskAsync(context, input, number, data.Spend)
            : null;
        var answered = context.Now;

        TrainingSummary? training = null;
        if (goesOn && approval is null or { Approved: true })
        {
            context.Publish(EpisodeStatus.Of(input, "train", number, data.Spend));
            (checkpoint, training) = await TrainAsync(context, input, number, checkpoint, data.Examples);
        }

        var trained = context.Now;
        context.Publish(EpisodeStatus.Of(input, "examine", number, data.Spend));
        if (training is not null)
        {
            exams = await ExamRoom.ExamineAsync(context, spec, checkpoint, $"iteration-{number:00}");
        }

        var seconds = new PhaseSeconds
        {
            Plan = (planned - started).TotalSeconds,
            Generate = (generated - planned).TotalSeconds,
            Train = (trained - answered).TotalSeconds,
            Examine = (context.Now - trained).TotalSeconds,
        };
        return new(
            number, plan.Orders.Sum(order => order.Count), data.Examples, data.Dropped, data.Malformed, data.AllowanceReached,
            observation, plan.Plan, training, checkpoint, exams, data.Spend, seconds)
        {
            Approval = approval,
            Calls = data.Calls,
            Ended = teachers.Ended,
            Tree = plan.Tree,
        };
    }

    private static PreviousIteration? Previous(EpisodeState state) =>
        (PolicyCatalog.LooksBack(state.Spec) || state.Spec.Environment == EnvironmentKind.SkillTree) && state.Iterations.LastOrDefault() is { } last
            ? new(last.Observation, last.TrainedOn > 0 ? last.Examples : null) { Tree = last.Tree }
            : null;

    private static Task<Approval> AskAsync(IWorkflowContext context, EpisodeState state, int number, Spend running)
    {
        context.Publish(EpisodeStatus.Of(state, EpisodeStatus.WaitingForApproval, number, running));
        return context.WaitForEventAsync(EpisodeNames.Approval(number));
    }

    private static int Budget(EpisodeState state) =>
        state.Spec.Stop.Examples is { } limit ? Math.Min(state.Spec.ExamplesPerIteration, limit - state.Examples) : state.Spec.ExamplesPerIteration;

    private static async Task<(CheckpointRef Checkpoint, TrainingSummary Summary)> TrainAsync(
        IWorkflowContext context, EpisodeState state, int number, CheckpointRef current, ArtifactRef newest)
    {
        var (spec, folder) = (state.Spec, $"iteration-{number:00}");
        IReadOnlyList<ArtifactRef> earlier = [.. state.Iterations.Select(iteration => iteration.Examples).Where(examples => examples.Count > 0)];
        var data = await context.CallAsync(EpisodeNames.Compose, new ComposeInput(spec, number, newest, earlier));
        double? left = spec.Stop.TrainingSeconds is { } limit ? limit - state.TrainingSeconds : null;
        var job = new TrainingJob(
            spec.Training.Data is DataUse.Accumulate or DataUse.Latest ? state.Base! : current,
            data, new(spec.Training.Epochs, spec.Training.BatchSize, spec.Training.LearningRate),
            Rng.Derive(spec.Seed, "train", folder), left, $"checkpoints/{folder}.safetensors");

        // With a limit on the seconds of training, another attempt would spend them twice.
        var request = new JobRequest(JobId.Of("train", folder), new() { Train = job });
        var result = (await StudentWork.DoAsync(context, left is null ? request : request with { MaxAttempts = 1 })).Training!;
        return (result.Checkpoint, new(data, result.Steps, result.PlannedSteps, result.Tokens, result.Seconds, result.Loss));
    }
}

/// <summary>What generation and curation brought in one iteration.</summary>
internal sealed record CollectedData(
    ArtifactRef Examples, IReadOnlyDictionary<string, int> Dropped, int Malformed, bool AllowanceReached, Spend Spend,
    IReadOnlyList<ArtifactRef> Calls);
