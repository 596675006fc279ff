using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Tests.Curation;

/// <summary>Curation in a domain that checks answers by itself.</summary>
public sealed class CheckedDraftsTests
{
    [Fact]
    public async Task RunAsync_AnswersThatFail_AreDroppedBeforeTheyCountAsSeen()
    {
        var task = new CheckingTask();

        var (output, kept) = await CurateAsync(task, 3,
            Draft("a", "wrong"), Draft("a", "right"), Draft("A ", "right"), Draft("exam", "right"), Draft(" ", "right"), Draft("b", "right"), Draft("c", "wrong"), Draft("d", "right"), Draft("e", "right"));

        kept.Select(example => (example.Prompt, example.Answer, example.Check)).ShouldBe([("a", "right", "tests"), ("b", "right", "tests"), ("d", "right", "tests")]);
        output.Reasons.ShouldBe(new Dictionary<string, int> { ["check-failed"] = 2, ["contaminated"] = 1, ["duplicate"] = 1, ["empty"] = 1, ["surplus"] = 1 }, ignoreOrder: true);
        output.Missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_DraftsThatFailCheapGates_AreNotChecked()
    {
        var task = new CheckingTask();

        await CurateAsync(task, 3, Draft("exam", "right"), Draft("", "right"), Draft("a", ""), Draft("b", "right"));

        task.Checked.ShouldBe([["b"]]);
    }

    private static async Task<(CurateOutput Output, IReadOnlyList<Example> Kept)> CurateAsync(ITask task, int count, params Draft[] drafts)
    {
        var store = new MemoryStore();
        var plan = await store.WriteJsonAsync("plan", new Plan(1, "uniform", [new("order-001", null, count, [])], new Dictionary<string, double>()), CoreJson.Default.Plan, default);
        var shard = await store.WriteLinesAsync("drafts", drafts, CoreJson.Default.Draft, default);
        var services = new EpisodeServices(store, null!, null!, null!, _ => task, null!, null!, null!, null!);
        var output = await new CurateActivity(services).RunAsync(new("episode", Given.Spec, 1, 0, plan, [new([shard], [], null)], []), new Progress<WorkProgress>(), default);
        return (output, await store.ReadLinesAsync(output.Examples, CoreJson.Default.Example, default));
    }

    private static Draft Draft(string prompt, string answer) => Given.Draft(prompt, answer: answer) with { Check = "tests" };

    private sealed class CheckingTask : ITask, IDomain, IAnswerChecker
    {
        private readonly TextDomain text = new();

        public List<List<string>> Checked { get; } = [];

        public string Name => "checking";

        public IDomain Domain => this;

        public IGrader Grader => throw new NotSupportedException();

        public string Protocol => "";

        public int MaxResponseTokens => 1;

        public PromptSet Prompts => text.Prompts;

        public IAnswerChecker Checker => this;

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
}
