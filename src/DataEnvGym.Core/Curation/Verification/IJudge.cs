using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Curation.Verification;

/// <summary>A teacher that solves questions again and judges examples. What it cannot say, or what the allowance does not cover, is left out of its answer.</summary>
public interface IJudge
{
    /// <summary>Solves questions without a look at the answers that they came with.</summary>
    /// <returns>A solution for each question, in order; none where there is none.</returns>
    Task<JudgeOutcome<string?>> SolveAsync(JudgeRequest request, CancellationToken cancellationToken);

    /// <summary>Judges examples by a rubric.</summary>
    /// <returns>A score for each draft, in order; none where there is none.</returns>
    Task<JudgeOutcome<JudgeScore?>> ScoreAsync(JudgeRequest request, string rubric, CancellationToken cancellationToken);
}

/// <summary>What a judge is asked about.</summary>
/// <param name="Drafts">The drafts.</param>
/// <param name="Prompts">The domain's words.</param>
/// <param name="Allowance">What may be spent.</param>
/// <param name="Name">What the request is called, such as <c>solution-2</c>. It stands in the prompt, so that another opinion is another call.</param>
/// <param name="Seed">Fixes sampling.</param>
public sealed record JudgeRequest(IReadOnlyList<Draft> Drafts, PromptSet Prompts, Allowance Allowance, string Name, ulong Seed);

/// <summary>What a judge answered.</summary>
/// <param name="Answers">One for each draft, in order.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="Malformed">Answers that could not be read.</param>
/// <param name="AllowanceReached">Whether a call was left out because it might have passed the allowance.</param>
public sealed record JudgeOutcome<T>(IReadOnlyList<T> Answers, Spend Spend, int Malformed, bool AllowanceReached)
{
    /// <summary>A record of each call.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];
}

/// <summary>A judge's opinion of an example.</summary>
/// <param name="Score">1 (useless) to 5 (flawless).</param>
/// <param name="Reason">Why.</param>
public sealed record JudgeScore(int Score, string Reason)
{
    /// <summary>The best score.</summary>
    public const int Best = 5;
}
