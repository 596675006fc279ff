using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>Asks a teacher what to do to the skills of a tree.</summary>
public interface ITreeAdvisor
{
    /// <summary>Asks. The same question gets the same advice.</summary>
    Task<TreeAdvice> AdviseAsync(TreeAdviceRequest request, CancellationToken cancellationToken);
}

/// <summary>What a teacher is told before it advises on a tree.</summary>
/// <param name="Tree">The tree as it was examined, with its history.</param>
/// <param name="MostSubskills">Most subskills that exploring may add.</param>
/// <param name="MostExamples">Highest allocation of a new subskill, and the most by which one may be changed.</param>
/// <param name="Prompts">The domain's words.</param>
/// <param name="Allowance">What may be spent.</param>
/// <param name="Seed">Fixes sampling.</param>
public sealed record TreeAdviceRequest(SkillTree Tree, int MostSubskills, int MostExamples, PromptSet Prompts, Allowance Allowance, ulong Seed);

/// <summary>What came of asking.</summary>
/// <param name="Actions">Skill → what to do to it, with the reason; a skill without usable advice is left out.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="Malformed">Answers that could not be used as they were.</param>
public sealed record TreeAdvice(IReadOnlyDictionary<string, TreeAction> Actions, Spend Spend, int Malformed)
{
    /// <summary>The calls that were made; <see cref="Spend"/> is their sum.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];
}
