using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Tests.Curation;

/// <summary>A task whose domain finds every answer wrong but "right". One item is examined, "exam".</summary>
internal sealed class CheckingTask : TextGrader, ITask, IDomain, IAnswerChecker
{
    private readonly TextDomain text = new();

    /// <summary>The questions of each check.</summary>
    public List<List<string>> Checked { get; } = [];

    public override string Name => "checking";

    public IDomain Domain => this;

    public IGrader Grader => this;

    public string Protocol => "";

    public int MaxResponseTokens => 1;

    public PromptSet Prompts => text.Prompts;

    public IAnswerChecker Checker => this;

    public override Grade Grade(Item item, string response) => item.Reference == response ? new(Verdict.Correct, 1, response) : new(Verdict.Wrong, 0, response);

    public string FormatPrompt(string prompt) => prompt;

    public TrainingText FormatExample(string prompt, string solution, string answer) => new(prompt, answer);

    public string Canonicalize(string prompt) => text.Canonicalize(prompt);

    public Task<IReadOnlyList<Item>> LoadAsync(Split split, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Item>>(split == Split.Select ? [new("item", "exam", "x")] : []);

    public Task<IReadOnlyList<Rejection?>> CheckAsync(IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        Checked.Add([.. drafts.Select(draft => draft.Prompt)]);
        return Task.FromResult<IReadOnlyList<Rejection?>>([.. drafts.Select(draft => draft.Answer == "right" ? null : new Rejection("check-failed", "it is wrong"))]);
    }
}
