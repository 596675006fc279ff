using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;

namespace DataEnvGym.Core.Tasks;

/// <summary>Checks the answers of drafts without a teacher, where a domain can: code is run against its tests.</summary>
public interface IAnswerChecker
{
    /// <summary>Checks drafts, each for itself.</summary>
    /// <returns>For each draft, in their order, why its answer cannot be kept; none if it holds.</returns>
    Task<IReadOnlyList<Rejection?>> CheckAsync(IReadOnlyList<Draft> drafts, CancellationToken cancellationToken);
}
