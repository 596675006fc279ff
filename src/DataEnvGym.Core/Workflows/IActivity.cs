using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Workflows;

/// <summary>
/// One unit of work with side effects. An engine runs it at least once per recorded result, so it must be idempotent: the names of what it
/// writes follow from its input.
/// </summary>
public interface IActivity<TIn, TOut>
{
    /// <summary>Does the work.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="progress">Takes progress for people to see; never recorded.</param>
    /// <param name="cancellationToken">Stops the work at the next good moment.</param>
    Task<TOut> RunAsync(TIn input, IProgress<WorkProgress> progress, CancellationToken cancellationToken);
}
