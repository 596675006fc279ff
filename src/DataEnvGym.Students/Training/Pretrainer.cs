using DataEnvGym.Core;
using DataEnvGym.Core.Students;
using DataEnvGym.Students.Checkpoints;
using DataEnvGym.Students.Models;
using DataEnvGym.Students.Runtime;

namespace DataEnvGym.Students.Training;

/// <summary>Makes a base checkpoint: the embedded student, from random weights.</summary>
/// <param name="time">The clock, for progress and for the seconds reported.</param>
public sealed class Pretrainer(TimeProvider time)
{
    private const double Floor = 0.1;

    internal ModelConfig Config { get; init; } = ModelConfig.Embedded;

    /// <summary>Trains on <paramref name="corpus"/> and writes the checkpoint, whole or not at all. The same input gives the same bytes.</summary>
    /// <param name="corpus">What to learn; examples longer than the student's context are left out and counted.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="outputPath">The safetensors file to write; its folder must exist. An older file is replaced.</param>
    /// <param name="progress">Told the steps done, about four times a second.</param>
    /// <param name="cancellationToken">Stops between steps; nothing is written then.</param>
    /// <exception cref="ArgumentException">The recipe is out of range, or the corpus holds nothing to learn from.</exception>
    /// <exception cref="TrainingDivergedException">The learning rate is too high for the corpus.</exception>
    public async Task<PretrainingResult> TrainAsync(
        IReadOnlyList<TrainingText> corpus, PretrainingRecipe recipe, string outputPath, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Require.AtLeast(recipe.Steps, 1, nameof(recipe.Steps));
        Require.AtLeast(recipe.BatchSize, 1, nameof(recipe.BatchSize));
        Require.AtLeast(recipe.Warmup, 0, nameof(recipe.Warmup));
        Require.Positive(recipe.LearningRate, nameof(recipe.LearningRate));
        var started = time.GetTimestamp();
        var examples = ExampleSet.From(corpus, Config.Context);
        if (examples.Usable.Count == 0)
        {
            throw new ArgumentException($"None of the {corpus.Count} examples of the corpus fits the student's context of {Config.Context} tokens.", nameof(corpus));
        }

        var layout = new ParameterLayout(Config);
        var plan = new TrainingPlan(
            new LearningRateSchedule(recipe.LearningRate, recipe.Warmup, Floor, recipe.Steps), recipe.BatchSize, Rng.Derive(recipe.Seed, "pretraining"));
        var meter = new Meter(progress, recipe.Steps, "steps", time);
        var outcome = await TorchWork.RunAsync(
            StudentDevice.Cpu,
            team => new Trainer(layout, plan, InitialWeights.Create(layout, recipe.Seed), team, new TimeLimit(time, started, null), meter)
                .Train(examples.Usable, null, cancellationToken),
            cancellationToken);

        var temporary = outputPath + ".tmp";
        try
        {
            await using (var file = File.Create(temporary))
            {
                new StudentCheckpoint(Config, outcome.Weights, outcome.Steps, null).Write(file);
            }

            File.Move(temporary, outputPath, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return new PretrainingResult(outcome.Steps, outcome.Tokens, time.GetElapsedTime(started).TotalSeconds, outcome.Loss, examples.Skipped);
    }
}
