using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Policies;

/// <summary>Asks a teacher how to share a budget out.</summary>
public interface IAdvisor
{
    /// <summary>Asks once. The same question gets the same advice.</summary>
    Task<AdviceOutcome> AdviseAsync(AdviceRequest request, CancellationToken cancellationToken);
}

/// <summary>What a teacher is told before it advises.</summary>
/// <param name="Budget">Examples to share out.</param>
/// <param name="Skills">The student's standing per skill.</param>
/// <param name="Past">Earlier iterations, oldest first.</param>
/// <param name="Prompts">The domain's words.</param>
/// <param name="Allowance">What may be spent.</param>
/// <param name="Seed">Fixes sampling.</param>
public sealed record AdviceRequest(
    int Budget, IReadOnlyList<SkillStanding> Skills, IReadOnlyList<PastIteration> Past, PromptSet Prompts, Allowance Allowance, ulong Seed);

/// <summary>What came of asking for advice.</summary>
/// <param name="Advice">The advice; none if it could not be read or paid.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="Malformed">Answers that could not be used as they were: 0 or 1.</param>
public sealed record AdviceOutcome(Advice? Advice, Spend Spend, int Malformed)
{
    /// <summary>The calls that were made; <see cref="Spend"/> is their sum.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];
}

/// <summary>A teacher's advice on how to share a budget out.</summary>
/// <param name="Shares">Skill → share of the budget, 0..1, sorted by name; they sum to 1. A skill that was not named gets nothing.</param>
/// <param name="Reasoning">Why, in the teacher's words. It is data: nobody follows it.</param>
/// <param name="Adviser">The teacher's name and model.</param>
/// <param name="PromptHash">SHA-256 of the messages.</param>
/// <param name="Request">Id of the call.</param>
public sealed record Advice(IReadOnlyDictionary<string, double> Shares, string Reasoning, string Adviser, string PromptHash, string Request);
