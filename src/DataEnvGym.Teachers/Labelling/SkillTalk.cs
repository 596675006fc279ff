using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Labelling;

/// <summary>The calls of one discovery, which share an allowance.</summary>
/// <param name="chat">The teacher.</param>
/// <param name="prompts">The domain's words.</param>
/// <param name="allowance">What all calls together may spend.</param>
/// <param name="seed">Fixes sampling.</param>
internal sealed class SkillTalk(StructuredChat chat, PromptSet prompts, Allowance allowance, ulong seed)
{
    private readonly Ledger ledger = new(allowance);

    /// <summary>The domain's words.</summary>
    public PromptSet Prompts { get; } = prompts;

    /// <summary>The discovery's seed.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>What was spent so far.</summary>
    public Spend Spent => ledger.Spent;

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<CallRecord> Calls => ledger.Calls;

    /// <summary>Answers that could not be read, or did not say what was asked.</summary>
    public int Malformed { get; private set; }

    /// <summary>Asks.</summary>
    /// <param name="question">What.</param>
    /// <param name="answer">How the answer is read.</param>
    /// <param name="step">What it is for, and the number of the call in it: they fix sampling.</param>
    /// <param name="take">Takes a readable answer over, and tells whether it says all that was asked and nothing else.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether there was an answer, a bad one, or no allowance left for one.</returns>
    public async Task<TalkEnd> AskAsync<T>(
        ChatQuestion question, JsonTypeInfo<T> answer, (string Name, int Call) step, Func<T, bool> take, CancellationToken cancellationToken)
        where T : class, ICheckedAnswer
    {
        var outcome = await chat.AskAsync(question, answer, ledger, Rng.Derive(Seed, step.Name, $"{step.Call}"), cancellationToken);
        var clean = outcome.Rejection is null && (outcome.Value is not { } value || take(value));
        Malformed += clean ? 0 : 1;
        return outcome switch
        {
            { AllowanceReached: true } => TalkEnd.AllowanceReached,
            { Value: null } => TalkEnd.Rejected,
            _ => TalkEnd.Answered,
        };
    }
}

/// <summary>How a call of a discovery ended.</summary>
internal enum TalkEnd
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>With one that cannot be read.</summary>
    Rejected,

    /// <summary>Not made, since it might have passed the allowance.</summary>
    AllowanceReached,
}
