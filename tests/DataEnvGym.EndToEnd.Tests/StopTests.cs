using DataEnvGym.Core.Episodes;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.EndToEnd.Tests;

public sealed class StopTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Iterations_Limited_AreDoneExactly(int limit)
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = limit }));

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Iterations);
        report.Iterations.Select(point => point.Number).ShouldBe(Enumerable.Range(0, limit + 1));
        report.Examples.ShouldBe(limit * gym.Spec.ExamplesPerIteration);
        gym.Diary.Of<Lesson>().Count.ShouldBe(limit);
    }

    [Fact]
    public async Task Examples_Limited_AreUsedExactlyWithASmallerLastIteration()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Examples = 110 }));

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Examples);
        report.Examples.ShouldBe(110);
        report.Iterations.Select(point => point.Ordered).ShouldBe([0, 48, 48, 14]);
        report.Iterations.Select(point => point.TotalExamples).ShouldBe([0, 48, 96, 110]);
    }

    // 48 new and 48 replayed texts take 48 seconds, so the second training has 12 seconds left.
    [Fact]
    public async Task TrainingSeconds_UsedUpInTheMiddleOfATraining_EndTheLoopWithWhatWasLearned()
    {
        using var gym = new Gym(Specs.Small.Until(new() { TrainingSeconds = 60 }));

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.TrainingSeconds);
        gym.Diary.Of<Lesson>().Select(lesson => lesson.Job.MaxSeconds).ShouldBe([60, 12]);
        var state = gym.Record.FinalState();
        state.TrainingSeconds.ShouldBe(60);
        state.Iterations.Select(iteration => iteration.Training!.WasCut).ShouldBe([false, true]);
    }

    [Fact]
    public async Task TrainingSeconds_UsedUpExactly_EndTheLoop()
    {
        using var gym = new Gym(Specs.Small.Until(new() { TrainingSeconds = 48 }));

        (await gym.RunAsync()).Stopped.ShouldBe(StopReason.TrainingSeconds);

        gym.Diary.Of<Lesson>().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(29, 2)]
    [InlineData(30, 2)]
    [InlineData(31, 3)]
    public async Task WallClock_Passed_EndsTheLoopAfterTheRunningIteration(int minutes, int iterations)
    {
        using var gym = new Gym(Specs.Small.Until(new() { WallClock = TimeSpan.FromMinutes(minutes) }));
        gym.Lab.BeforeTraining = _ => Pass(gym.Clock, TimeSpan.FromMinutes(15));

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.WallClock);
        report.Iterations.Count.ShouldBe(iterations + 1);
        report.Seconds.Train.ShouldBe(iterations * 15 * 60);
    }

    [Fact]
    public async Task Plateau_StudentThatLearnsNothing_EndsTheLoopAfterSoManyIterations()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 9, Plateau = new(2) })) { Knows = (_, prompt) => prompt.Length % 2 == 0 };

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Plateau);
        report.Iterations.Count.ShouldBe(3);
        report.BestIteration.ShouldBe(0);
    }

    [Fact]
    public async Task Plateau_StudentThatStopsLearning_EndsTheLoopOneIterationAfterItsLastGain()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 9, Plateau = new(1) }))
        {
            Knows = (knowledge, prompt) => prompt.Length % 4 < Math.Min(3, knowledge.Trainings),
        };

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Plateau);
        report.Iterations.Count.ShouldBe(5);
        report.BestIteration.ShouldBe(3);
    }

    [Fact]
    public async Task User_RaisesStopWhileAStudentIsTrained_TheIterationIsFinished()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 9 }));
        gym.Lab.BeforeTraining = number => number == 2 ? gym.Engine!.RaiseEventAsync(gym.Id, EpisodeNames.Stop, "enough") : Task.CompletedTask;

        await ShouldStopForTheUserAfter(gym, iterations: 2);
    }

    [Fact]
    public async Task User_PostsStopFromAnotherProcess_TheIterationIsFinished()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 9 }));
        gym.Lab.BeforeTraining = number =>
        {
            EventInbox.Post(gym.Folder.Journal, gym.Id, EpisodeNames.Stop, "enough");
            return Pass(gym.Clock, TimeSpan.FromSeconds(1));
        };

        await ShouldStopForTheUserAfter(gym, iterations: 1);
    }

    [Fact]
    public async Task User_RaisesStopDuringTheFirstExam_NothingIsTrained()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 9 }));
        gym.Lab.BeforeSitting = number => number == 1 ? gym.Engine!.RaiseEventAsync(gym.Id, EpisodeNames.Stop, "enough") : Task.CompletedTask;

        await ShouldStopForTheUserAfter(gym, iterations: 0);
    }

    [Fact]
    public async Task Limits_SeveralSet_TheFirstReachedGivesTheReason()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 3, Examples = 96, TrainingSeconds = 1000, WallClock = TimeSpan.FromHours(1) }));

        (await gym.RunAsync()).Stopped.ShouldBe(StopReason.Examples);
    }

    private static async Task ShouldStopForTheUserAfter(Gym gym, int iterations)
    {
        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.User);
        report.Iterations.Count.ShouldBe(iterations + 1);
        report.Examples.ShouldBe(iterations * gym.Spec.ExamplesPerIteration);
    }

    private static Task Pass(FrozenClock clock, TimeSpan time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }
}
