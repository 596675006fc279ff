using DataEnvGym.Core;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;
using DataEnvGym.Students.Checkpoints;
using DataEnvGym.Students.Generation;
using DataEnvGym.Students.Models;
using DataEnvGym.Students.Runtime;
using DataEnvGym.Students.Training;
using DataEnvGym.Students.Training.Saves;

namespace DataEnvGym.Students;

/// <summary>
/// The embedded students, in this process: a transformer of 0.45 million parameters that reads characters, with one of several bases. Calls may overlap; each has threads
/// of its own. On the processor the same input gives the same output, bit for bit; on a GPU torch does not promise that.
/// </summary>
/// <param name="time">The clock, for time limits, saves, progress and the seconds reported.</param>
/// <param name="device">Where it computes; none for the processor.</param>
public sealed class EmbeddedStudentLab(TimeProvider time, StudentDevice? device = null) : IStudentLab
{
    private const string BaseName = "checkpoints/base.safetensors";
    private const int Warmup = 10;
    private const double Floor = 0.05;

    private readonly StudentDevice device = device ?? StudentDevice.Cpu;

    internal ModelConfig Config { get; init; } = ModelConfig.Embedded;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no student of that name.</exception>
    /// <exception cref="CheckpointException">The file named in <see cref="StudentSpec.Checkpoint"/> is not a checkpoint of this student.</exception>
    public async Task<CheckpointRef> PrepareBaseAsync(StudentSpec student, IArtifactStore store, CancellationToken cancellationToken)
    {
        RequireEmbedded(student.Name);
        StudentCheckpoint checkpoint;
        await using (var file = student.Checkpoint is { } path ? OpenFile(path) : EmbeddedBase.Open(student.Name))
        {
            checkpoint = StudentCheckpoint.Read(file, student.Checkpoint ?? "The base inside the program", Config);
        }

        return await StoreAsync(student.Name, checkpoint with { Parent = null }, BaseName, store, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The job is out of range.</exception>
    /// <exception cref="CheckpointException">The checkpoint is not one of this student.</exception>
    /// <exception cref="TorchUnavailableException">libtorch does not load on this system.</exception>
    public async Task<PredictionResult> PredictAsync(
        PredictionJob job, IArtifactStore store, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Require.AtLeast(job.MaxTokens, 1, nameof(job.MaxTokens));
        var checkpoint = await LoadAsync(job.Checkpoint, store, cancellationToken);
        var layout = new ParameterLayout(Config);
        var meter = new Meter(progress, job.Prompts.Count, "items", time);
        return await TorchWork.RunAsync(
            device,
            team => new Predictor(layout, team, meter).Answer(checkpoint.Weights, job.Prompts, job.MaxTokens, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The recipe is out of range.</exception>
    /// <exception cref="CheckpointException">The parent is not a checkpoint of this student.</exception>
    /// <exception cref="TrainingDivergedException">The gradient was not finite for several steps in a row.</exception>
    /// <exception cref="TorchUnavailableException">libtorch does not load on this system.</exception>
    public async Task<TrainingResult> TrainAsync(
        TrainingJob job, IArtifactStore store, ITrainingSaves? saves, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var recipe = job.Recipe;
        Require.AtLeast(recipe.Epochs, 1, nameof(recipe.Epochs));
        Require.AtLeast(recipe.BatchSize, 1, nameof(recipe.BatchSize));
        Require.Positive(recipe.LearningRate, nameof(recipe.LearningRate));
        var parent = await LoadAsync(job.Parent, store, cancellationToken);
        var texts = await store.ReadLinesAsync(job.Data, TrainingTextJsonContext.Default.TrainingText, cancellationToken);
        var examples = ExampleSet.From(texts, Config.Context);

        var layout = new ParameterLayout(Config);
        var planned = checked(recipe.Epochs * BatchOrder.PerEpoch(examples.Usable.Count, recipe.BatchSize));
        var plan = new TrainingPlan(new LearningRateSchedule(recipe.LearningRate, Warmup, Floor, planned), recipe.BatchSize, Rng.Derive(job.Seed, "training"));
        var identity = TrainingIdentity.Of(job, device, Config);
        var saved = await SavedTraining.FindAsync(saves, identity, layout, planned, cancellationToken);
        var limit = new TimeLimit(time, started, job.MaxSeconds, saved.State?.Counters.Seconds ?? 0);
        var meter = new Meter(progress, planned, "steps", time);
        await using var keeper = saves is null ? null : new TrainingKeeper(saves, identity, time);
        var outcome = await TorchWork.RunAsync(
            device,
            team => new Trainer(layout, plan, parent.Weights, team, limit, meter).From(saved).Train(examples.Usable, keeper, cancellationToken),
            cancellationToken);
        var seconds = limit.Elapsed;

        var checkpoint = await StoreAsync(
            job.Parent.Student, new StudentCheckpoint(Config, outcome.Weights, outcome.Steps, job.Parent.Weights.Sha256), job.OutputName, store, cancellationToken);
        return new TrainingResult(checkpoint, outcome.Steps, planned, outcome.Tokens, seconds, outcome.Loss, examples.Skipped);
    }

    private static void RequireEmbedded(string name)
    {
        if (!EmbeddedStudents.Names.Contains(name))
        {
            throw new ArgumentException($"There is no student '{name}' here: those that this program teaches are {string.Join(", ", EmbeddedStudents.Names)}.", nameof(name));
        }
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointException($"The student's checkpoint '{path}' cannot be read ({error.Message}): name a safetensors file of this student.", error);
        }
    }

    private static async Task<CheckpointRef> StoreAsync(string student, StudentCheckpoint checkpoint, string name, IArtifactStore store, CancellationToken cancellationToken)
    {
        var artifact = await store.WriteAsync(
            name,
            async (stream, token) =>
            {
                using var file = new MemoryStream();
                checkpoint.Write(file);
                file.Position = 0;
                await file.CopyToAsync(stream, token);
                return 1;
            },
            cancellationToken);
        return new CheckpointRef(student, artifact, checkpoint.Parent);
    }

    private async Task<StudentCheckpoint> LoadAsync(CheckpointRef checkpoint, IArtifactStore store, CancellationToken cancellationToken)
    {
        RequireEmbedded(checkpoint.Student);
        await using var stream = await store.OpenReadAsync(checkpoint.Weights, cancellationToken);
        return StudentCheckpoint.Read(stream, checkpoint.Weights.Name, Config);
    }
}
