using DataEnvGym.Core.Workflows;
using DataEnvGym.EndToEnd.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests;

public sealed class FailureTests
{
    [Fact]
    public async Task Lab_ThrowsIoExceptionOnce_IsAskedAgainAndTheOutcomeIsTheSame()
    {
        using var calm = new Gym(Specs.Small);
        using var shaken = new Gym(Specs.Small);
        shaken.Lab.BeforeTraining = number => number == 1 ? throw new IOException("the disk blinked") : Task.CompletedTask;
        shaken.Lab.BeforeSitting = number => number == 3 ? throw new IOException("the disk blinked") : Task.CompletedTask;
        await calm.RunAsync();

        await shaken.RunAsync();

        var (expected, hashes) = (calm.Hashes(), shaken.Hashes());
        string[] withTime = ["report.json", "report.md"];
        hashes.Where(pair => !withTime.Contains(pair.Key)).ShouldBe(expected.Where(pair => !withTime.Contains(pair.Key)));
        shaken.Diary.Of<Lesson>().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Lab_ThrowsIoExceptionForEver_EndsTheRunWithItsMessage()
    {
        using var gym = new Gym(Specs.Small);
        var tries = 0;
        gym.Lab.BeforeTraining = number =>
        {
            tries = number;
            throw new IOException("the disk is gone");
        };

        var error = await Should.ThrowAsync<ActivityFailedException>(() => gym.RunAsync());

        error.Message.ShouldContain("the disk is gone");
        tries.ShouldBe(RetryPolicy.Default.MaxAttempts);
    }

    // Half of the failed training may have been paid from the limit already.
    [Fact]
    public async Task Lab_FailsUnderALimitOfTrainingTime_IsNotAskedAgain()
    {
        using var gym = new Gym(Specs.Small.Until(new() { TrainingSeconds = 1000 }));
        var tries = 0;
        gym.Lab.BeforeTraining = number =>
        {
            tries = number;
            throw new IOException("the disk blinked");
        };

        await Should.ThrowAsync<ActivityFailedException>(() => gym.RunAsync());

        tries.ShouldBe(1);
    }

    [Fact]
    public async Task Lab_ThrowsPermanentException_EndsTheRunAtOnceAndForGood()
    {
        using var gym = new Gym(Specs.Small);
        var tries = 0;
        gym.Lab.BeforeTraining = number =>
        {
            tries = number;
            throw new PermanentException("the checkpoint holds no weights");
        };

        for (var life = 1; life <= 2; life++)
        {
            var error = await Should.ThrowAsync<ActivityFailedException>(() => gym.RunAsync());
            error.Message.ShouldContain("the checkpoint holds no weights");
            error.ErrorType.ShouldBe(typeof(PermanentException).FullName);
        }

        tries.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Run_CancelledInATraining_GoesOnFromThere(int training)
    {
        using var calm = new Gym(Specs.Small);
        await calm.RunAsync();
        using var gym = new Gym(Specs.Small);
        using var cancel = new CancellationTokenSource();
        gym.Lab.BeforeTraining = number => number == training ? cancel.CancelAsync() : Task.CompletedTask;

        await Should.ThrowAsync<OperationCanceledException>(() => gym.RunAsync(cancellationToken: cancel.Token));
        gym.Diary.Of<Lesson>().Count.ShouldBe(training - 1);
        File.Exists(Path.Combine(gym.Folder.Artifacts, "report.json")).ShouldBeFalse();
        await gym.RunAsync();

        gym.Hashes().ShouldBe(calm.Hashes());
        gym.Diary.Of<Lesson>().Count.ShouldBe(2);
        gym.Diary.Of<TeacherCall>().Count.ShouldBe(calm.Diary.Of<TeacherCall>().Count);
    }

    [Fact]
    public async Task Run_ThatHasEnded_GivesItsReportAgainWithoutWork()
    {
        using var gym = new Gym(Specs.Small);
        var first = await gym.RunAsync();
        var done = gym.Diary.All().Count;

        var second = await gym.RunAsync();

        second.Checkpoint.ShouldBe(first.Checkpoint);
        gym.Diary.All().Count.ShouldBe(done);
    }

    [Fact]
    public async Task Artifact_DamagedBetweenTwoLives_IsNamedInTheError()
    {
        using var gym = new Gym(Specs.Small);
        using var cancel = new CancellationTokenSource();
        gym.Lab.BeforeTraining = number => number == 2 ? cancel.CancelAsync() : Task.CompletedTask;
        await Should.ThrowAsync<OperationCanceledException>(() => gym.RunAsync(cancellationToken: cancel.Token));
        await File.AppendAllTextAsync(Path.Combine(gym.Folder.Artifacts, "iteration-02", "training.jsonl"), " ");

        var error = await Should.ThrowAsync<ActivityFailedException>(() => gym.RunAsync());

        error.Message.ShouldContain("iteration-02/training.jsonl");
    }
}
