using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
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
}
