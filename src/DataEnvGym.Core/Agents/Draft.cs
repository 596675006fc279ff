namespace DataEnvGym.Core.Agents;

/// <summary>An example as its writer gave it, before curation.</summary>
/// <param name="OrderId">The order that it answers.</param>
/// <param name="Skill">The order's skill, if it has one.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Solution">The worked solution without the answer; may be empty.</param>
/// <param name="Answer">The final answer.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Draft(string OrderId, string? Skill, string Prompt, string Solution, string Answer, DraftSource Source)
{
    /// <summary>What the domain checks the answer by, such as tests of code; none where it needs nothing.</summary>
    public string? Check { get; init; }
}

/// <summary>Where a draft comes from.</summary>
/// <param name="Writer">The teacher's name and model, such as <c>offline/1</c>; <c>train</c> for an item that was selected.</param>
/// <param name="PromptHash">SHA-256 of the messages that asked for it; none for a selected item.</param>
/// <param name="Request">Id of the call, or the selected item's id.</param>
/// <param name="SourceErrors">Probe items whose errors stood in the prompt.</param>
/// <param name="Seed">The seed that the call was made with.</param>
public sealed record DraftSource(string Writer, string? PromptHash, string Request, IReadOnlyList<string> SourceErrors, ulong Seed)
{
    /// <summary>Items of the training data that stood in the prompt; none unless the agent shows such.</summary>
    public IReadOnlyList<string>? SourceItems { get; init; }
}
