using DataEnvGym.Students.Models;
using DataEnvGym.Students.Runtime;
using DataEnvGym.Students.Training.Saves;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Training;

/// <summary>
/// Trains a student on the workers of a job. The rows of each batch are dealt to the workers in turn, each with a model and a gradient of its
/// own on the same weights. The same input gives the same weights, bit for bit. One training per instance, on the job's own thread.
/// </summary>
internal sealed class Trainer
{
    private const int MostSkippedInARow = 3;
    private readonly TrainingPlan plan;
    private readonly WorkerTeam team;
    private readonly TimeLimit limit;
    private readonly Meter meter;
    private readonly Tensor weights;
    private readonly DecoderModel[] models;
    private readonly Optimizer optimizer;
    private readonly LossHistory losses = new();
    private int step;
    private int skippedInARow;
    private long tokens;

    /// <param name="layout">Shape of the student.</param>
    /// <param name="plan">What to do.</param>
    /// <param name="start">The flat weights to start from.</param>
    /// <param name="team">Who computes.</param>
    /// <param name="limit">How long.</param>
    /// <param name="meter">Told each step.</param>
    public Trainer(ParameterLayout layout, TrainingPlan plan, float[] start, WorkerTeam team, TimeLimit limit, Meter meter)
    {
        (this.plan, this.team, this.limit, this.meter) = (plan, team, limit, meter);
        weights = tensor(start, device: team.Device);
        models = Enumerable.Range(0, team.Size).Select(_ => new DecoderModel(layout, weights, trainable: true)).ToArray();
        optimizer = new Optimizer(layout, weights, Array.ConvertAll(models, model => model.Gradients!), team);
    }

    /// <summary>Goes on from a saved state, if there is one, and tells so.</summary>
    public Trainer From(SavedTraining saved)
    {
        if (saved.State is { } state)
        {
            using var scope = NewDisposeScope();
            weights.copy_(tensor(state.Weights));
            optimizer.Restore(state.Optimizer);
            losses.Restore(state.Losses);
            (step, skippedInARow, tokens) = (state.Counters.Steps, state.Counters.Skipped, state.Counters.Tokens);
        }

        if (saved.Detail is { } detail)
        {
            meter.Advance(step, () => detail);
        }

        return this;
    }

    /// <summary>Trains to the end of the plan or of the time, from the step that it is at.</summary>
    /// <param name="examples">What to learn.</param>
    /// <param name="keeper">Who saves the state now and then, and when the training is stopped; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public TrainingOutcome Train(IReadOnlyList<EncodedExample> examples, TrainingKeeper? keeper, CancellationToken cancellationToken)
    {
        foreach (var batch in BatchOrder.Batches(examples, plan.BatchSize, plan.Seed).Take(plan.Schedule.Steps).Skip(step))
        {
            var work = (long)batch.Length * batch.Max(row => row.Length);
            if (cancellationToken.IsCancellationRequested || !limit.Allows(work))
            {
                break;
            }

            var before = limit.Elapsed;
            Step(batch);
            limit.Record(limit.Elapsed - before, work);
            keeper?.SaveWhenDue(Capture);
            meter.Advance(1, () => Detail(keeper?.Fault));
        }

        if (cancellationToken.IsCancellationRequested)
        {
            if (keeper is not null)
            {
                keeper.SaveLast(Capture());
                meter.Tell(Detail(keeper.Fault));
            }

            cancellationToken.ThrowIfCancellationRequested();
        }

        return new TrainingOutcome(weights.ToArray<float>(), step, tokens, losses.Last());
    }

    private TrainingState Capture()
    {
        using var scope = NewDisposeScope();
        var optimized = optimizer.Capture();
        var counters = new TrainingCounters(step, optimized.Updates, skippedInARow, tokens, limit.Elapsed);
        return new(counters, weights.ToArray<float>(), optimized, losses.Capture());
    }

    private void Step(EncodedExample[] batch)
    {
        var targets = batch.Sum(row => row.TargetLength);
        var shares = new float[team.Size];
        team.Run(worker => shares[worker] = BatchLoss.Backpropagate(models[worker], batch.Where((_, row) => row % team.Size == worker), targets));
        var length = optimizer.Step(plan.Schedule.At(step++));
        tokens += batch.Sum(row => (long)row.Length);
        if (float.IsFinite(length))
        {
            skippedInARow = 0;
            losses.Add(shares.Sum(share => (double)share), targets);
        }
        else if (++skippedInARow == MostSkippedInARow)
        {
            throw new TrainingDivergedException(
                $"The training diverged: the gradient was not finite in {MostSkippedInARow} steps up to step {step}; lower the learning rate, now {plan.Schedule.Peak}.");
        }
    }

    private string Detail(string? fault) =>
        (skippedInARow > 0 ? "step skipped: gradient not finite" : $"loss {losses.Last():0.00}") + (fault is null ? "" : $"; state not saved: {fault}");
}
