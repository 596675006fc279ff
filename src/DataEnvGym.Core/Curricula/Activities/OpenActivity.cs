using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Curricula.Activities;

/// <summary>
/// Asks whether a run still is the one that its curriculum waits for. A run whose start took so long that it was given up, or that is started a second
/// time after its end, must not go on beside its successor.
/// </summary>
public sealed class OpenActivity(CurriculumBook book) : IActivity<CurriculumRun, bool>
{
    /// <inheritdoc/>
    public async Task<bool> RunAsync(CurriculumRun input, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        (await book.FindAsync(input.Spec.Id, cancellationToken))?.Value.Running?.Number == input.Number;
}
