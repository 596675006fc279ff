using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;
using DataEnvGym.Students.Models;

namespace DataEnvGym.Students.Training.Saves;

/// <summary>Where a training starts.</summary>
/// <param name="State">The saved state that it goes on from; null when it starts from its parent.</param>
/// <param name="Detail">What to tell about that; null when there was nothing to go on from.</param>
internal sealed record SavedTraining(TrainingState? State, string? Detail)
{
    /// <summary>
    /// Looks for a saved state of this training. One that is damaged or of another training is no reason to fail: the training starts over, and comes to
    /// the same result.
    /// </summary>
    public static async Task<SavedTraining> FindAsync(
        ITrainingSaves? saves, TrainingIdentity training, ParameterLayout layout, int plannedSteps, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = saves is null ? null : await saves.OpenLatestAsync(cancellationToken);
            var state = stream is null ? null : TrainingStateFile.Read(stream, training, layout, plannedSteps);
            return new(state, state is null ? null : $"goes on after step {state.Counters.Steps}");
        }
        catch (Exception error) when (error is InvalidDataException or ArtifactException)
        {
            return new(null, $"starts over: the saved state is of no use, {error.Message}");
        }
    }
}
