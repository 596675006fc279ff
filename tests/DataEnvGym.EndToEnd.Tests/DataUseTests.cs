using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.EndToEnd.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests;

public sealed class DataUseTests
{
    [Fact]
    public async Task Accumulate_EachIteration_TrainsTheBaseOnAllExamplesSoFar()
    {
        using var gym = await RunAsync(new() { Data = DataUse.Accumulate });

        var (lessons, written) = await LessonsAsync(gym);

        lessons.ShouldAllBe(lesson => lesson.Job.Parent == Base(gym));
        lessons.Select((lesson, i) => lesson.Texts.SequenceEqual(written[..(i + 1)].SelectMany(texts => texts))).ShouldAllBe(same => same);
    }

    [Fact]
    public async Task Latest_EachIteration_TrainsTheBaseOnTheNewestExamplesAlone()
    {
        using var gym = await RunAsync(new() { Data = DataUse.Latest });

        var (lessons, written) = await LessonsAsync(gym);

        lessons.ShouldAllBe(lesson => lesson.Job.Parent == Base(gym));
        lessons.Select((lesson, i) => lesson.Texts.SequenceEqual(written[i])).ShouldAllBe(same => same);
    }

    [Fact]
    public async Task Continue_EachIteration_TrainsTheLastCheckpointOnTheNewestExamplesAlone()
    {
        using var gym = await RunAsync(new() { Data = DataUse.Continue });

        var (lessons, written) = await LessonsAsync(gym);

        ShouldFollowOneAnother(gym, lessons);
        lessons.Select((lesson, i) => lesson.Texts.SequenceEqual(written[i])).ShouldAllBe(same => same);
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.5, 24)]
    [InlineData(1.0, 48)]
    [InlineData(1.06, 51)]
    public async Task Replay_EachIteration_TrainsTheLastCheckpointOnNewAndOldHalfAndHalf(double share, int replayed)
    {
        using var gym = await RunAsync(new() { Data = DataUse.Replay, Replay = share });

        var (lessons, written) = await LessonsAsync(gym);

        ShouldFollowOneAnother(gym, lessons);
        for (var i = 0; i < lessons.Count; i++)
        {
            lessons[i].Texts.Take(48).ShouldBe(written[i]);
            var old = lessons[i].Texts.Skip(48).ToList();
            old.Count.ShouldBe(replayed);
            var (fromBase, fromPool) = (old.Where(FakeCorpus.Wrote).ToList(), old.Where(text => !FakeCorpus.Wrote(text)).ToList());
            fromPool.Count.ShouldBe(i == 0 ? 0 : replayed / 2);
            fromPool.Except(written.Take(i).SelectMany(texts => texts)).ShouldBeEmpty();
            fromBase.Count.ShouldBe(replayed - fromPool.Count);
        }
    }

    // Draws that were the same each time would teach the same few old texts over and over.
    [Fact]
    public async Task Replay_IterationByIteration_DrawsAnew()
    {
        using var gym = await RunAsync(new() { Data = DataUse.Replay });

        var draws = gym.Diary.Of<Lesson>().Select(lesson => string.Join('|', lesson.Texts.Where(FakeCorpus.Wrote).Take(10))).ToList();

        draws.Distinct().Count().ShouldBe(draws.Count);
    }

    [Theory]
    [InlineData(DataUse.Accumulate)]
    [InlineData(DataUse.Latest)]
    [InlineData(DataUse.Continue)]
    [InlineData(DataUse.Replay)]
    public async Task Base_AfterAllIterations_IsBitForBitWhatTheStudentCameWith(DataUse use)
    {
        using var gym = await RunAsync(new() { Data = use });
        using var untouched = new Gym(gym.Spec.Until(new() { Iterations = 0 }));
        await untouched.RunAsync();

        var weights = Base(gym).Weights;

        (await File.ReadAllBytesAsync(Path.Combine(gym.Folder.Artifacts, weights.Name)))
            .ShouldBe(await File.ReadAllBytesAsync(Path.Combine(untouched.Folder.Artifacts, weights.Name)));
        var knowledge = await gym.Record.DocumentAsync(weights, KnowledgeJson.Default.Knowledge);
        knowledge.Trainings.ShouldBe(0);
        knowledge.Seen.ShouldBe(FakeLab.Base.Seen);
    }

    private static async Task<Gym> RunAsync(TrainingSpec training)
    {
        var gym = new Gym(Specs.Small.Until(new() { Iterations = 3 }) with { Training = training });
        await gym.RunAsync();
        return gym;
    }

    private static CheckpointRef Base(Gym gym) => gym.Record.FinalState().Base!;

    /// <summary>The trainings in order, and the texts that each iteration's examples make.</summary>
    private static async Task<(IReadOnlyList<Lesson> Lessons, List<List<TrainingText>> Written)> LessonsAsync(Gym gym)
    {
        var written = new List<List<TrainingText>>();
        foreach (var iteration in gym.Record.FinalState().Iterations)
        {
            var examples = await gym.Record.LinesAsync(iteration.Examples, CoreJson.Default.Example);
            examples.Count.ShouldBe(48);
            written.Add(examples.ConvertAll(e => MathDomain.ShortProblems.FormatExample(e.Prompt, e.Solution, e.Answer)));
        }

        var lessons = gym.Diary.Of<Lesson>();
        lessons.Count.ShouldBe(3);
        return (lessons, written);
    }

    private static void ShouldFollowOneAnother(Gym gym, IReadOnlyList<Lesson> lessons)
    {
        var checkpoints = gym.Record.FinalState().Iterations.Select(iteration => iteration.Checkpoint);
        lessons.Select(lesson => lesson.Job.Parent).ShouldBe([Base(gym), .. checkpoints.SkipLast(1)]);
    }
}
