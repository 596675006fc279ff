using System.Text.Json;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.EndToEnd.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>Runs of a curriculum, one after the other.</summary>
public sealed class CurriculumTests : IDisposable
{
    private static readonly CurriculumSpec Nightly = new() { Id = "nightly", Episode = Specs.Small, Gate = new() { Guards = [new() { Task = Specs.Small.Task }] } };
    private readonly string scratch = Scratch.NewFolder();

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    [Fact]
    public async Task Run_StudentThatLearns_IsPromotedAndTheNextRunStartsFromIt()
    {
        using var gym = new CurriculumGym(Nightly);

        var first = await gym.RunAsync();
        var champion = (await gym.StateAsync()).Champion!;
        var lessons = gym.Diary.Of<Lesson>().Count;
        var second = await gym.RunAsync();

        first.Verdict.ShouldBe(CurriculumVerdict.Promoted);
        first.Select!.Difference.Low.ShouldBeGreaterThan(0);
        first.Guards.ShouldHaveSingleItem().Held.ShouldBeTrue();
        champion.Run.ShouldBe("nightly-1");
        champion.Checkpoint.ShouldBe(first.Challenger);
        second.ParentChampion.ShouldBe(champion.Checkpoint.Weights.Sha256);
        gym.Diary.Of<Lesson>()[lessons].Job.Parent.Weights.Sha256.ShouldBe(champion.Checkpoint.Weights.Sha256);
        first.ParentChampion.ShouldNotBe(second.ParentChampion);
    }

    // Or each night would teach the same.
    [Fact]
    public async Task Run_Second_TeachesSomethingNew()
    {
        using var gym = new CurriculumGym(Nightly);
        await gym.RunAsync();
        var first = Texts(gym).ToHashSet();
        var lessons = gym.Diary.Of<Lesson>().Count;

        await gym.RunAsync();

        var second = gym.Diary.Of<Lesson>().Skip(lessons).SelectMany(lesson => lesson.Texts).Where(text => !FakeCorpus.Wrote(text)).Select(text => text.Prompt).ToList();
        second.Count(first.Contains).ShouldBeLessThan(second.Count / 2);
    }

    [Fact]
    public async Task Run_StudentThatLearnsNothing_IsRolledBackWithoutGuardExams()
    {
        using var gym = new CurriculumGym(Nightly) { Knows = (_, prompt) => FakeLab.KnowsWhatItHasSeen(FakeLab.Base, prompt) };

        var outcome = await gym.RunAsync();

        outcome.Verdict.ShouldBe(CurriculumVerdict.RolledBack);
        outcome.Reason.ShouldBe("No iteration was better on select than the champion.");
        outcome.Guards.ShouldBeEmpty();
        (await gym.StateAsync()).ShouldSatisfyAllConditions(state => state.Champion.ShouldBeNull(), state => state.Running.ShouldBeNull());
    }

    // Every training costs the student one skill that it had; what it gains elsewhere is more, and the gate must not care.
    [Fact]
    public async Task Run_StudentThatForgetsWhatAGuardAsks_IsRolledBack()
    {
        var spec = Nightly with { Gate = new() { Guards = [new() { Task = Specs.Small.Task }, new() { Task = await AdditionAsync(60), Margin = 0.05 }] } };
        using var gym = new CurriculumGym(spec) { Knows = (knowledge, prompt) => FakeLab.KnowsWhatItHasSeen(knowledge, prompt) && (knowledge.Trainings == 0 || !IsAddition(prompt)) };

        var outcome = await gym.RunAsync();

        outcome.Verdict.ShouldBe(CurriculumVerdict.RolledBack);
        outcome.Select!.Difference.Low.ShouldBeGreaterThan(0);
        outcome.Guards.Select(guard => (guard.Task, guard.Held)).ShouldBe([("procedural-math", true), ("gsm8k", false)]);
        outcome.Guards[1].Exam.ShouldSatisfyAllConditions(exam => exam.Before.ShouldBeGreaterThan(0.9), exam => exam.After.ShouldBe(0), exam => exam.N.ShouldBe(59));
        (await gym.StateAsync()).Champion.ShouldBeNull();
        Directory.GetFiles(Path.Combine(gym.Folder("nightly-1").Artifacts, "guards", "2-gsm8k")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["challenger-responses.jsonl", "challenger.jsonl", "champion-responses.jsonl", "champion.jsonl"]);
    }

    [Fact]
    public async Task Run_ThatFails_IsWrittenDownAndTheNextOneGoesOn()
    {
        using var gym = new CurriculumGym(Nightly);
        gym.Lab.BeforeTraining = _ => throw new PermanentException("the graphics card has gone");

        var outcome = await gym.RunAsync();

        outcome.Verdict.ShouldBe(CurriculumVerdict.Failed);
        outcome.Reason.ShouldContain("the graphics card has gone");
        (await gym.StateAsync()).Running.ShouldBeNull();
        gym.Lab.BeforeTraining = _ => Task.CompletedTask;
        (await gym.RunAsync()).ShouldSatisfyAllConditions(next => next.Run.ShouldBe("nightly-2"), next => next.Verdict.ShouldBe(CurriculumVerdict.Promoted));
    }

    // Its start took so long that it was given up, and another run has taken its place.
    [Fact]
    public async Task Run_ThatIsNotWaitedForAnyMore_DoesNothing()
    {
        using var gym = new CurriculumGym(Nightly);
        var late = await gym.ClaimAsync();
        await gym.Book.CloseAsync("nightly", new(1, late.Run, default, default, CurriculumVerdict.Failed, "never started"), default);
        var next = await gym.ClaimAsync();

        var outcome = await gym.GoOnAsync(late);

        outcome.Verdict.ShouldBe(CurriculumVerdict.Failed);
        outcome.Reason.ShouldBe("The curriculum does not wait for nightly-1 any more, so the run did nothing.");
        gym.Diary.All().ShouldBeEmpty();
        (await gym.StateAsync()).Running!.Number.ShouldBe(next.Number);
    }

    private static IEnumerable<string> Texts(CurriculumGym gym) =>
        gym.Diary.Of<Lesson>().SelectMany(lesson => lesson.Texts).Where(text => !FakeCorpus.Wrote(text)).Select(text => text.Prompt);

    private static bool IsAddition(string prompt) => ProceduralMath.Recognize(prompt.Trim())?.Skill.Name == "add-three-digit";

    /// <summary>A task of additions alone, read from a file.</summary>
    private async Task<TaskSpec> AdditionAsync(int count)
    {
        var items = await new ProceduralMathTask(new() { Select = count }).LoadAsync(Split.Select, default);
        var path = Path.Combine(scratch, "addition.jsonl");
        await File.WriteAllLinesAsync(path, items.Where(item => item.Skill == "add-three-digit")
            .Select(item => $$"""{"question": {{JsonSerializer.Serialize(item.Prompt)}}, "answer": {{JsonSerializer.Serialize($"{item.Solution}\n#### {item.Reference}")}}}"""));
        return new() { Name = "gsm8k", Data = path, Sizes = new() { Probe = 1, Select = count, Test = 1 } };
    }
}
