using DataEnvGym.Students.Models;
using DataEnvGym.Students.Runtime;
using static TorchSharp.torch;

namespace DataEnvGym.Students.Training;

/// <summary>
/// Trains a student on the workers of a job. The rows of each batch are dealt to the workers in turn, each with a model and a gradient of its
/// own on the same weights. The same input gives the same weights, bit for bit. One training per instance, on the job's own thread.
/// </summary>
internal sealed class Trainer(ParameterLayout layout, TrainingPlan plan, WorkerTeam team, TimeLimit limit, Meter meter)
{
    private const int MostSkippedInARow = 3;
    private readonly LossHistory losses = new();
    private int skippedInARow;

    public TrainingOutcome Train(float[] start, IReadOnlyList<EncodedExample> examples, CancellationToken cancellationToken)
    {
        var weights = tensor(start);
        var models = Enumerable.Range(0, team.Size).Select(_ => new DecoderModel(layout, weights, trainable: true)).ToArray();
        var optimizer = new Optimizer(layout, weights, Array.ConvertAll(models, model => model.Gradients!), team);
        var (step, tokens) = (0, 0L);
        foreach (var batch in BatchOrder.Batches(examples, plan.BatchSize, plan.Seed).Take(plan.Schedule.Steps))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var work = (long)batch.Length * batch.Max(row => row.Length);
            if (!limit.Allows(work))
            {
                break;
            }

            var before = limit.Elapsed;
            Step(models, optimizer, batch, step++);
            limit.Record(limit.Elapsed - before, work);
            tokens += batch.Sum(row => (long)row.Length);
            meter.Advance(1, () => skippedInARow > 0 ? "step skipped: gradient not finite" : $"loss {losses.Last():0.00}");
        }

        return new TrainingOutcome(weights.data<float>().ToArray(), step, tokens, losses.Last());
    }

    private void Step(DecoderModel[] models, Optimizer optimizer, EncodedExample[] batch, int step)
    {
        var targets = batch.Sum(row => row.TargetLength);
        var shares = new float[team.Size];
        team.Run(worker => shares[worker] = BatchLoss.Backpropagate(models[worker], batch.Where((_, row) => row % team.Size == worker), targets));
        if (float.IsFinite(optimizer.Step(plan.Schedule.At(step))))
        {
            skippedInARow = 0;
            losses.Add(shares.Sum(share => (double)share), targets);
        }
        else if (++skippedInARow == MostSkippedInARow)
        {
            throw new TrainingDivergedException(
                $"The training diverged: the gradient was not finite in {MostSkippedInARow} steps up to step {step + 1}; lower the learning rate, now {plan.Schedule.Peak}.");
        }
    }
}
