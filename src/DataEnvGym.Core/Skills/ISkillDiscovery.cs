using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Skills;

/// <summary>Finds out which skills a task asks for.</summary>
public interface ISkillDiscovery
{
    /// <summary>Names the skill of every item.</summary>
    /// <param name="items">Items of the probe split.</param>
    /// <param name="count">How many skills are wanted at the least; none to let the teacher decide.</param>
    /// <param name="prompts">The domain's words.</param>
    /// <param name="allowance">What may be spent. When it runs out, the rest stays <see cref="Taxonomy.Unlabelled"/>.</param>
    /// <param name="seed">Fixes sampling.</param>
    /// <param name="progress">Counts items.</param>
    /// <param name="cancellationToken">Stops between calls.</param>
    Task<SkillDiscovery> DiscoverAsync(
        IReadOnlyList<Item> items, int? count, Agents.PromptSet prompts, Allowance allowance, ulong seed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>Outcome of a discovery.</summary>
/// <param name="Taxonomy">Skills and assignment.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="Malformed">Answers that could not be read, or did not say what was asked.</param>
public sealed record SkillDiscovery(Taxonomy Taxonomy, Spend Spend, int Malformed)
{
    /// <summary>The calls that were made; <see cref="Spend"/> is their sum.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];
}
