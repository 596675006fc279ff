using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts without a prompt or an answer, and drafts that are too long.</summary>
public sealed class FormGate(CurationSpec spec) : IGate
{
    /// <inheritdoc/>
    public string Name => GateNames.Form;

    /// <inheritdoc/>
    public Rejection? Check(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (string.IsNullOrWhiteSpace(draft.Prompt) || string.IsNullOrWhiteSpace(draft.Answer))
        {
            return new("empty", string.IsNullOrWhiteSpace(draft.Prompt) ? "no prompt" : "no answer");
        }

        if (draft.Prompt.Length > spec.MaxPromptLength)
        {
            return new("too-long", $"the prompt has {draft.Prompt.Length} characters, {spec.MaxPromptLength} are allowed");
        }

        var length = draft.Solution.Length + draft.Answer.Length;
        return length > spec.MaxSolutionLength ? new("too-long", $"solution and answer have {length} characters, {spec.MaxSolutionLength} are allowed") : null;
    }
}
