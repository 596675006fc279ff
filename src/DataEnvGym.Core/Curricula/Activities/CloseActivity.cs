using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Curricula.Activities;

/// <summary>Writes down what came of a run. See <see cref="CurriculumBook.CloseAsync"/>.</summary>
public sealed class CloseActivity(CurriculumBook book) : IActivity<CloseInput, CurriculumOutcome>
{
    /// <inheritdoc/>
    public Task<CurriculumOutcome> RunAsync(CloseInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        book.CloseAsync(input.Curriculum, input.Outcome, cancellationToken);
}
