using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Tests.Curation;

/// <summary>Nobody pays for an opinion on a draft that a gate drops anyway.</summary>
public sealed class SparedDraftsTests
{
    private const string Story = "A farmer packs 48 eggs into boxes of 6 and sells each box for 4 dollars how many dollars does she get";

    private readonly MemoryStore store = new();
    private readonly CountingJudge judge = new();
    private readonly CheckingTask task = new();

    private static readonly EpisodeSpec Spec = Given.Spec with { Curation = new() { Near = new(), Verify = new(Rubric: new()) } };

    [Fact]
    public async Task Verify_DraftsThatAnotherGateDrops_AreNotSentToTheJudge()
    {
        var (findings, _) = await VerifyAsync();

        judge.Solved.ShouldBe(["a", "b", "a", "b"]);
        judge.Scored.ShouldBe(["a", "b"]);
        task.Checked.ShouldBe([["a", "b", "c", "kept", $"So: {Story}"]], "code is run for what has the right form and gives nothing away");
        findings.Select(finding => (finding.Agreed, finding.Check?.Reason)).ShouldBe([(2, (string?)null), (0, null), (0, null), (2, null), (0, "check-failed"), (0, null), (0, null)]);
    }

    [Fact]
    public async Task Curate_SparedDrafts_AreCountedByTheGateThatDropsThemAndNotCheckedAgain()
    {
        var (_, output) = await VerifyAsync();

        output.Reasons.ShouldBe(
            new Dictionary<string, int> { ["check-failed"] = 1, ["contaminated"] = 1, ["duplicate"] = 1, ["empty"] = 1, ["near-duplicate"] = 1 }, ignoreOrder: true);
        output.Gates.Select(gate => (gate.Gate, gate.Seen, gate.Dropped)).ShouldBe(
            [("form", 7, 1), ("contamination", 6, 1), ("check", 5, 1), ("verification", 4, 0), ("duplicate", 4, 1), ("near-duplicate", 3, 1)]);
        (output.Unverified, task.Checked.Count).ShouldBe((0, 1));
    }

    private async Task<(IReadOnlyList<Finding> Findings, CurateOutput Curated)> VerifyAsync()
    {
        var services = new EpisodeServices(store, null!, null!, null!, _ => task, null!, null!, null!, null!) { Judge = (_, _) => judge };
        Draft[] drafts = [Draft("a"), Draft("exam"), Draft(" "), Draft("b"), Draft("c", "wrong"), Draft("kept"), Draft($"So: {Story}")];
        var shard = await store.WriteLinesAsync("drafts", drafts, CoreJson.Default.Draft, default);
        var earlier = await store.WriteLinesAsync("earlier", [Example("kept"), Example(Story)], CoreJson.Default.Example, default);
        var plan = await store.WriteJsonAsync("plan", new Plan(1, "uniform", [new("order-001", null, 9, [])], new Dictionary<string, double>()), CoreJson.Default.Plan, default);
        var verified = await new VerifyActivity(services).RunAsync(new(Spec, 1, 0, 0, shard, [earlier], Allowance.Unlimited), new Progress<WorkProgress>(), default);
        var curated = await new CurateActivity(services).RunAsync(
            new("episode", Spec, 1, 0, plan, [new([shard], [verified.Findings], null)], [earlier]), new Progress<WorkProgress>(), default);
        return (await store.ReadLinesAsync(verified.Findings, CoreJson.Default.Finding, default), curated);
    }

    private static Example Example(string prompt) => new($"ex-{prompt}", prompt, "", "right", null, new("episode", 1, "teacher", "uniform", "order-001", Draft(prompt).Source));

    private static Draft Draft(string prompt, string answer = "right") => Given.Draft(prompt, answer: answer);

    /// <summary>Finds everything right, and counts what it is asked.</summary>
    private sealed class CountingJudge : IJudge
    {
        public List<string> Solved { get; } = [];

        public List<string> Scored { get; } = [];

        public Task<JudgeOutcome<string?>> SolveAsync(JudgeRequest request, CancellationToken cancellationToken)
        {
            Solved.AddRange(request.Drafts.Select(draft => draft.Prompt));
            return Task.FromResult(new JudgeOutcome<string?>([.. request.Drafts.Select(draft => draft.Answer)], default, 0, false));
        }

        public Task<JudgeOutcome<JudgeScore?>> ScoreAsync(JudgeRequest request, string rubric, CancellationToken cancellationToken)
        {
            Scored.AddRange(request.Drafts.Select(draft => draft.Prompt));
            return Task.FromResult(new JudgeOutcome<JudgeScore?>([.. request.Drafts.Select(_ => new JudgeScore(5, ""))], default, 0, false));
        }
    }
}
