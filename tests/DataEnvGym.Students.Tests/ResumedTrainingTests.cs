using DataEnvGym.Core.Students;
using DataEnvGym.Students.Training;

namespace DataEnvGym.Students.Tests;

public sealed class ResumedTrainingTests
{
    private const int Steps = 16;
    private static readonly Lazy<Task<TrainingResult>> Undisturbed = new(async () =>
    {
        var store = new MemoryStore();
        return await Toy.Lab().TrainAsync(await JobAsync(store), store, null, null, CancellationToken.None);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(16)]
    public async Task TrainAsync_CancelledAfterAnyStep_GoesOnAndEndsAsIfUndisturbed(int step)
    {
        var saves = new MemorySaves { Interval = TimeSpan.FromDays(1) };
        await CancelAsync(saves, step);
        var progress = new Listener();

        var result = await RunAsync(saves, progress, CancellationToken.None);

        (progress.Heard[0].Done, progress.Heard[0].Detail).ShouldBe((step, $"goes on after step {step}"));
        await ShouldBeUndisturbedAsync(result);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(16)]
    public async Task TrainAsync_KilledAfterAnyStep_GoesOnFromTheNewestSaveAndEndsAsIfUndisturbed(int step)
    {
        var saves = new MemorySaves();
        await Should.ThrowAsync<KilledException>(() => RunAsync(saves, new Listener(heard => Kill(heard.Done)), CancellationToken.None));
        var progress = new Listener();

        var result = await RunAsync(saves, progress, CancellationToken.None);

        progress.Heard[0].Done.ShouldBeInRange(1, step);
        await ShouldBeUndisturbedAsync(result);

        void Kill(int done)
        {
            if (done == step)
            {
                saves.Stored.Wait();
                throw new KilledException();
            }
        }
    }

    [Fact]
    public async Task TrainAsync_InterruptedAgainAndAgain_EndsAsIfUndisturbed()
    {
        var saves = new MemorySaves();
        foreach (var step in (int[])[3, 4, 4, 11])
        {
            await CancelAsync(saves, step);
        }

        var progress = new Listener();

        await ShouldBeUndisturbedAsync(await RunAsync(saves, progress, CancellationToken.None));
        progress.Heard[0].Done.ShouldBe(11);
    }

    [Fact]
    public async Task TrainAsync_SavedAllTheTime_EndsAsWithoutSaves()
    {
        var saves = new MemorySaves();

        await ShouldBeUndisturbedAsync(await RunAsync(saves, null, CancellationToken.None));
        saves.Latest.ShouldNotBeNull();
    }

    [Fact]
    public async Task TrainAsync_InterruptedBetweenSkippedSteps_DivergesAtTheSameStep()
    {
        var saves = new MemorySaves { Interval = TimeSpan.FromDays(1) };
        using var source = new CancellationTokenSource();
        var progress = new Listener(heard => Cancel(heard.Detail));
        await Should.ThrowAsync<OperationCanceledException>(() => DivergeAsync(saves, progress, source.Token));
        var whole = await Should.ThrowAsync<TrainingDivergedException>(() => DivergeAsync(null, null, CancellationToken.None));

        var resumed = await Should.ThrowAsync<TrainingDivergedException>(() => DivergeAsync(saves, null, CancellationToken.None));

        resumed.Message.ShouldBe(whole.Message);

        void Cancel(string? detail)
        {
            if (detail!.StartsWith("step skipped", StringComparison.Ordinal))
            {
                source.Cancel();
            }
        }

        static async Task DivergeAsync(ITrainingSaves? saves, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
        {
            var store = new MemoryStore();
            var job = await JobAsync(store) with { Recipe = new TrainingRecipe(4, 16, 1e37) };
            await Lab().TrainAsync(job, store, saves, progress, cancellationToken);
        }
    }

    private static async Task CancelAsync(MemorySaves saves, int step)
    {
        using var source = new CancellationTokenSource();
        var progress = new Listener(heard =>
        {
            if (heard.Done == step)
            {
                source.Cancel();
            }
        });
        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(saves, progress, source.Token));
    }

    private static async Task<TrainingResult> RunAsync(ITrainingSaves saves, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var store = new MemoryStore();
        return await Lab().TrainAsync(await JobAsync(store), store, saves, progress, cancellationToken);
    }

    // A second passes at every look at the clock, so that every step is heard of and every save is due.
    private static EmbeddedStudentLab Lab() => Toy.Lab(new SteppingClock(TimeSpan.FromSeconds(1)));

    private static Task<TrainingJob> JobAsync(MemoryStore store) => Toy.JobAsync(store, epochs: 2);

    private static async Task ShouldBeUndisturbedAsync(TrainingResult result)
    {
        var undisturbed = await Undisturbed.Value;
        undisturbed.Steps.ShouldBe(Steps);
        (result with { Seconds = 0 }).ShouldBe(undisturbed with { Seconds = 0 });
    }

    private sealed class KilledException : Exception;
}
