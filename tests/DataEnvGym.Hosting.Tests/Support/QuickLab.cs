using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;
using DataEnvGym.Domains.Mathematics.Procedural;

namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>A student without weights that gets more problems right after each training. Same input, same output.</summary>
internal sealed class QuickLab : IStudentLab
{
    /// <summary>Called before each training; may throw or wait.</summary>
    public Func<CancellationToken, Task> BeforeTraining { get; set; } = _ => Task.CompletedTask;

    public async Task<CheckpointRef> PrepareBaseAsync(StudentSpec student, IArtifactStore store, CancellationToken cancellationToken) =>
        new(student.Name, await WriteAsync(store, "checkpoints/base.safetensors", 0, cancellationToken), null);

    public async Task<PredictionResult> PredictAsync(
        PredictionJob job, IArtifactStore store, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var trainings = await ReadAsync(store, job.Checkpoint, cancellationToken);
        return new([.. job.Prompts.Select(prompt => Knows(prompt, trainings) ? RightAnswer(prompt) : "no idea #0")], job.Prompts.Count);
    }

    public async Task<TrainingResult> TrainAsync(
        TrainingJob job, IArtifactStore store, ITrainingSaves? saves, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        await BeforeTraining(cancellationToken);
        var weights = await WriteAsync(store, job.OutputName, await ReadAsync(store, job.Parent, cancellationToken) + 1, cancellationToken);
        return new(new(job.Parent.Student, weights, job.Parent.Weights.Sha256), 1, 1, 1, 1, 0.5, 0);
    }

    private static bool Knows(string prompt, int trainings) => SHA256.HashData(Encoding.UTF8.GetBytes(prompt))[0] < 64 * (trainings + 1);

    private static string RightAnswer(string prompt)
    {
        var problem = ProceduralMath.Solve(prompt.Trim())!;
        return $"{problem.Solution}#{problem.Answer}";
    }

    private static Task<ArtifactRef> WriteAsync(IArtifactStore store, string name, int trainings, CancellationToken cancellationToken) => store.WriteAsync(
        name,
        async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"{trainings}"), token);
            return 1;
        },
        cancellationToken);

    private static async Task<int> ReadAsync(IArtifactStore store, CheckpointRef checkpoint, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await store.OpenReadAsync(checkpoint.Weights, cancellationToken));
        return int.Parse(await reader.ReadToEndAsync(cancellationToken));
    }
}
