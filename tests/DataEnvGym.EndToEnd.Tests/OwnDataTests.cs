using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Traces;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Domains;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>Runs that select from a file of examples in place of the task's training data.</summary>
public sealed class OwnDataTests
{
    private static readonly EpisodeSpec Spec = Specs.Small.With(AgentKind.Selection, EnvironmentKind.OpenEnded) with { Agent = new() { Kind = AgentKind.Selection, Data = "/somewhere/mine.jsonl" } };

    [Fact]
    public async Task Run_OnAFile_TrainsOnItsExamplesAndTracesThemBackToIt()
    {
        var file = await FileAsync(96);
        using var gym = new Gym(Spec) { ReadExamples = _ => file };

        var report = await gym.RunAsync();

        (report.Agent, report.Examples, report.Spend.Calls).ShouldBe(("selection", 96, 0));
        var lines = file.ToDictionary(example => example.Id);
        var examples = await gym.Record.ExamplesAsync();
        foreach (var example in examples)
        {
            var line = lines[example.Provenance.Source.Request];
            (example.Prompt, example.Solution, example.Answer).ShouldBe((line.Prompt, line.Solution, line.Answer));
            (example.Provenance.Source.Writer, example.Provenance.Source.PromptHash).ShouldBe(("file", null));
        }

        var run = await RunHistory.ReadAsync(gym.Folder, gym.Spec, default);
        var trace = await new TraceBuilder(FileArtifactStore.Open(gym.Folder.Artifacts), TaskCatalog.Open(gym.Spec.Task)).TraceAsync(run, examples[0].Id, default);
        (trace.Writing.Pool!.Name, trace.Writing.Pool.Count).ShouldBe(("pool.jsonl", 96));
        trace.Writing.Selected!.Provenance.Source.Request.ShouldBe(lines[examples[0].Provenance.Source.Request].Provenance.Source.Request);
        trace.Training.Checkpoints[0].Influence.ShouldBe(ExampleInfluence.Trained);
    }

    // The same gates as for any other writer.
    [Fact]
    public async Task Run_OnAFileWithBadLines_DropsThemAndSaysWhy()
    {
        var good = await FileAsync(20);
        using var gym = new Gym(Spec) { ReadExamples = _ => [.. good, good[0] with { Id = "again" }, good[0] with { Id = "empty", Prompt = " " }, Imported(Exam, "exam")] };
        Exam = (await gym.ItemsAsync(Split.Test))[0];

        var report = await gym.RunAsync();

        report.Examples.ShouldBe(20);
        var reasons = report.Iterations[1].Dropped;
        (reasons["contaminated"], reasons["empty"]).ShouldBe((1, 1));
        reasons["duplicate"].ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Run_FileIsGoneAfterTheStart_GoesOnWithWhatItHeld()
    {
        var (file, reads) = (await FileAsync(96), 0);
        using var gym = new Gym(Spec) { ReadExamples = _ => ++reads == 1 ? file : throw new TaskDataException("gone") };
        using var kill = new CancellationTokenSource();
        gym.Lab.BeforeTraining = number => number == 2 ? kill.CancelAsync() : Task.CompletedTask;
        await Should.ThrowAsync<OperationCanceledException>(() => gym.RunAsync(cancellationToken: kill.Token));

        var report = await gym.RunAsync();

        (report.Examples, reads).ShouldBe((96, 1));
    }

    [Fact]
    public async Task Run_FileCannotBeRead_FailsBeforeAnythingIsExamined()
    {
        using var gym = new Gym(Spec) { ReadExamples = _ => throw new TaskDataException("agent.data: no") };

        (await Should.ThrowAsync<ActivityFailedException>(() => gym.RunAsync())).Message.ShouldContain("agent.data: no");

        File.Exists(Path.Combine(gym.Folder.Artifacts, "pool.jsonl")).ShouldBeFalse();
        gym.Record.Calls(EpisodeNames.Grade).ShouldBeEmpty();
    }

    // The response of a foreign line is all answer; the domain finds the parts.
    [Fact]
    public async Task Run_OnAForeignFile_TeachesTheSameTexts()
    {
        var file = await FileAsync(96);
        var foreign = file.ConvertAll(example => example with { Solution = "", Answer = MathDomain.ShortProblems.FormatExample(example.Prompt, example.Solution, example.Answer).Target });
        using var own = new Gym(Spec) { ReadExamples = _ => file };
        using var other = new Gym(Spec) { ReadExamples = _ => foreign };
        await own.RunAsync();

        await other.RunAsync();

        Taught(other).ShouldBe(Taught(own));
    }

    private static List<string> Taught(Gym gym) => [.. gym.Diary.Of<Lesson>().SelectMany(lesson => lesson.Texts).Select(text => text.Prompt + text.Target)];

    private Item Exam { get; set; } = null!;

    private static async Task<List<Example>> FileAsync(int count)
    {
        using var gym = new Gym(Spec);
        return [.. (await gym.ItemsAsync(Split.Train)).Take(count).Select((item, i) => Imported(item, $"im-{i}"))];
    }

    private static Example Imported(Item item, string id) =>
        new(id, item.Prompt, item.Solution ?? "", item.Reference, null, new("import", 0, "import", "import", "line-1", new("import", null, $"mine.jsonl:{id}", [], 0)));
}
