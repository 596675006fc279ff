using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curation.Verification;

/// <summary>What speaks for and against a draft.</summary>
internal sealed class Case(Draft draft, VerifySpec spec)
{
    private int agreed;
    private int disagreed;
    private string? other;

    public Draft Draft => draft;

    /// <summary>The judge's opinion, if it was asked and said something.</summary>
    public JudgeScore? Score { get; set; }

    /// <summary>Whether enough solutions agree.</summary>
    private bool IsConfirmed => spec.Solutions == 0 || agreed >= spec.Agree;

    /// <summary>Whether so many solutions disagree that the rest could not agree often enough.</summary>
    public bool IsRefuted => disagreed > spec.Solutions - spec.Agree && spec.Solutions > 0;

    /// <summary>Whether another solution could still decide.</summary>
    public bool IsOpen => !IsConfirmed && !IsRefuted;

    /// <summary>Counts a solution.</summary>
    public void Count(string answer, bool agrees)
    {
        (agreed, disagreed) = agrees ? (agreed + 1, disagreed) : (agreed, disagreed + 1);
        other ??= agrees ? null : answer;
    }

    /// <summary>What follows.</summary>
    public Finding Conclude()
    {
        var unverified = IsOpen || (!IsRefuted && spec.Rubric is not null && Score is null);
        return new(agreed, disagreed) { Score = Score?.Score, Unverified = unverified, Rejection = Reject(unverified) };
    }

    private Rejection? Reject(bool unverified)
    {
        if (IsRefuted)
        {
            return new("disagreed", $"the answer is {draft.Answer}, and {disagreed} of {agreed + disagreed} solutions differ, such as {other}");
        }

        if (Score is { } score && score.Score < spec.Rubric!.Threshold)
        {
            return new("judged", $"{score.Score} of 5: {score.Reason}");
        }

        return unverified && spec.Unverified == WhenInDoubt.Drop
            ? new("unverified", $"{agreed} of {spec.Agree} solutions agree, and there were no more")
            : null;
    }
}
