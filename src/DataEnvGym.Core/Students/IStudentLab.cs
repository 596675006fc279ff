using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Core.Students;

/// <summary>
/// Where students live: loads, trains and questions them. Each call stands alone, names its checkpoint, and may be run again after a
/// crash: the same input gives the same output, bit for bit.
/// </summary>
public interface IStudentLab
{
    /// <summary>Stores the base checkpoint of <paramref name="student"/> as an artefact. A reset is a return to this checkpoint.</summary>
    Task<CheckpointRef> PrepareBaseAsync(StudentSpec student, IArtifactStore store, CancellationToken cancellationToken);

    /// <summary>Lets a checkpoint answer prompts, greedily.</summary>
    /// <returns>One response per prompt, in the order of the prompts.</returns>
    Task<PredictionResult> PredictAsync(PredictionJob job, IArtifactStore store, IProgress<WorkProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Trains a checkpoint into a new one.</summary>
    /// <param name="job">What to train, on what, and how.</param>
    /// <param name="store">Where the parent and the data are, and the new checkpoint goes.</param>
    /// <param name="saves">Where the state is kept while the training goes on, and where it goes on from; none to start over after an interruption.</param>
    /// <param name="progress">Told the steps done.</param>
    /// <param name="cancellationToken">Stops between two steps, after a last save.</param>
    Task<TrainingResult> TrainAsync(
        TrainingJob job, IArtifactStore store, ITrainingSaves? saves, IProgress<WorkProgress>? progress, CancellationToken cancellationToken);
}
