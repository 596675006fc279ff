using System.Text;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>A student whose weights are the text of the steps taken, so that a step lost or done twice shows. It saves after every step.</summary>
internal sealed class CountingLab : IStudentLab
{
    public const int Steps = 4;

    /// <summary>Called before each step of a training, with its number from 1; may throw, or make time pass.</summary>
    public Func<int, CancellationToken, Task> BeforeStep { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Steps done, over all trainings.</summary>
    public int StepsDone { get; private set; }

    /// <summary>Called before a prediction; may throw.</summary>
    public Func<Task> BeforePrediction { get; set; } = () => Task.CompletedTask;

    public async Task<CheckpointRef> PrepareBaseAsync(StudentSpec student, IArtifactStore store, CancellationToken cancellationToken) =>
        new(student.Name, await WriteAsync(store, "checkpoints/base.safetensors", "base", cancellationToken), null);

    public async Task<PredictionResult> PredictAsync(PredictionJob job, IArtifactStore store, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        await BeforePrediction();
        var weights = await ReadAsync(store, job.Checkpoint.Weights, cancellationToken);
        return new([.. job.Prompts.Select(prompt => $"{weights}:{prompt}")], job.Prompts.Count);
    }

    public async Task<TrainingResult> TrainAsync(
        TrainingJob job, IArtifactStore store, ITrainingSaves? saves, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var weights = await ReadAsync(store, job.Parent.Weights, cancellationToken);
        var done = 0;
        if (saves is not null && await saves.OpenLatestAsync(cancellationToken) is { } saved)
        {
            using var reader = new StreamReader(saved);
            weights = await reader.ReadToEndAsync(cancellationToken);
            done = weights.Count(c => c == '+');
        }

        while (done < Steps)
        {
            await BeforeStep(done + 1, cancellationToken);
            weights += $"+{++done}";
            StepsDone++;
            progress?.Report(new(done, Steps, "steps", $"loss {1.0 / done:0.00}"));
            if (saves is not null)
            {
                await saves.SaveAsync(async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(weights), token), CancellationToken.None);
            }
        }

        var output = await WriteAsync(store, job.OutputName, weights, cancellationToken);
        return new(new(job.Parent.Student, output, job.Parent.Weights.Sha256), Steps, Steps, 100, 1, 0.5, 0);
    }

    public static async Task<string> ReadAsync(IArtifactStore store, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await store.OpenReadAsync(artifact, cancellationToken));
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static Task<ArtifactRef> WriteAsync(IArtifactStore store, string name, string text, CancellationToken cancellationToken) => store.WriteAsync(
        name,
        async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), token);
            return 1;
        },
        cancellationToken);
}
