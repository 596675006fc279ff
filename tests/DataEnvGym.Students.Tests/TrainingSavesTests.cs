using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Students.Tests;

public sealed class TrainingSavesTests
{
    private const string StartsOver = "starts over: the saved state is of no use, ";

    [Theory]
    [InlineData("seed")]
    [InlineData("epochs")]
    [InlineData("batch")]
    [InlineData("rate")]
    [InlineData("data")]
    [InlineData("parent")]
    public async Task TrainAsync_StateOfAnotherTraining_StartsOver(string difference)
    {
        var saves = new MemorySaves { Interval = TimeSpan.FromDays(1), Latest = await StateAsync(5) };
        var store = new MemoryStore();
        var job = await OtherAsync(store, difference);
        var alone = await Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None);
        var progress = new Listener();

        var result = await Toy.Lab().TrainAsync(job, store, saves, progress, CancellationToken.None);

        progress.Heard[0].Detail.ShouldBe(StartsOver + "it belongs to another training");
        progress.Heard[0].Done.ShouldBe(0);
        (result with { Seconds = 0 }).ShouldBe(alone with { Seconds = 0 });
    }

    [Theory]
    [InlineData(0, "ends within its header")]
    [InlineData(40, "ends within its header")]
    [InlineData(-1, "cut short")]
    [InlineData(1, "not those that were saved")]
    public async Task TrainAsync_StateOfAnotherLength_StartsOver(int length, string fault)
    {
        var state = await StateAsync(5);
        await ShouldStartOverAsync(new() { Interval = TimeSpan.FromDays(1), Latest = length switch { 1 => [.. state, 0], < 0 => state[..^1], _ => state[..length] } }, fault);
    }

    [Theory]
    [InlineData("\\u0022Tokens\\u0022:48", "\\u0022Tokens\\u0022:47", "not those that were saved")]
    [InlineData("\\u0022Steps\\u0022:5", "\\u0022Steps\\u0022:9", "steps that the training does not have")]
    [InlineData("\\u0022Updates\\u0022:5", "\\u0022Updates\\u0022:4", "not those of a training's state")]
    [InlineData("optimizer.square", "optimizer.circle", "not those of a training's state")]
    public async Task TrainAsync_StateWithAnotherHeader_StartsOver(string old, string other, string fault)
    {
        var state = await StateAsync(5);
        var place = state.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(old));
        place.ShouldBeGreaterThan(0);
        System.Text.Encoding.ASCII.GetBytes(other).CopyTo(state, place);

        await ShouldStartOverAsync(new() { Interval = TimeSpan.FromDays(1), Latest = state }, fault);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(10_000)]
    public async Task TrainAsync_StateWithAFlippedBit_StartsOver(int fromTheEnd)
    {
        var state = await StateAsync(5);
        state[^fromTheEnd] ^= 1;

        await ShouldStartOverAsync(new() { Interval = TimeSpan.FromDays(1), Latest = state }, "not those that were saved");
    }

    [Fact]
    public async Task TrainAsync_StateThatTheStoreFindsDamaged_StartsOver() => await ShouldStartOverAsync(
        new() { Interval = TimeSpan.FromDays(1), Opening = () => throw new ArtifactException("its hash is wrong") }, "its hash is wrong");

    [Fact]
    public async Task TrainAsync_NotDueYet_SavesNothing()
    {
        var saves = new MemorySaves { Interval = TimeSpan.FromDays(1) };
        var store = new MemoryStore();

        await Toy.Lab().TrainAsync(await Toy.JobAsync(store), store, saves, null, CancellationToken.None);

        saves.Latest.ShouldBeNull();
    }

    [Fact]
    public async Task TrainAsync_SavesThatFail_GoesOnAndTells()
    {
        var saves = new MemorySaves { Storing = _ => Task.FromException(new IOException("no space left")) };
        var (store, progress) = (new MemoryStore(), new Listener());

        var result = await Toy.Lab(new SteppingClock(TimeSpan.FromSeconds(1))).TrainAsync(
            await Toy.JobAsync(store, epochs: 20), store, saves, progress, CancellationToken.None);

        result.Steps.ShouldBe(160);
        progress.Heard[^1].Detail!.ShouldMatch(@"^loss \d+\.\d\d; state not saved: no space left$");
    }

    [Fact]
    public async Task TrainAsync_LastSaveFails_IsStillACancellationAndTells()
    {
        using var source = new CancellationTokenSource();
        var saves = new MemorySaves { Interval = TimeSpan.FromDays(1), Storing = _ => Task.FromException(new IOException("no space left")) };
        var (store, progress) = (new MemoryStore(), new Listener(_ => source.Cancel()));

        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await Toy.Lab().TrainAsync(await Toy.JobAsync(store), store, saves, progress, source.Token));

        progress.Heard[^1].Detail!.ShouldEndWith("; state not saved: no space left");
    }

    [Fact]
    public async Task TrainAsync_SaveThatHangs_HoldsNothingUpAndIsAbandoned()
    {
        var abandoned = new TaskCompletionSource();
        var saves = new MemorySaves { Storing = HangAsync };
        var store = new MemoryStore();

        var result = await Toy.Lab(new SteppingClock(TimeSpan.FromSeconds(1))).TrainAsync(
            await Toy.JobAsync(store), store, saves, null, CancellationToken.None);

        result.Steps.ShouldBe(8);
        abandoned.Task.IsCompleted.ShouldBeTrue();
        saves.Latest.ShouldBeNull();

        async Task HangAsync(CancellationToken cancellationToken)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                abandoned.SetResult();
            }
        }
    }

    [Fact]
    public async Task TrainAsync_TimeLimit_CountsTheSecondsBefore()
    {
        var store = new MemoryStore();
        var saves = new MemorySaves { Interval = TimeSpan.FromDays(1) };
        var job = await Toy.JobAsync(store, examples: 1024, maxSeconds: 6);
        var first = await InterruptAsync(job, store, saves, 10);
        first.ShouldBe(10);

        var result = await Lab().TrainAsync(job, store, saves, null, CancellationToken.None);
        var whole = await Lab().TrainAsync(job with { OutputName = "whole" }, store, null, null, CancellationToken.None);

        result.Seconds.ShouldBeInRange(4.5, 6);
        result.Steps.ShouldBeInRange(11, whole.Steps);
        whole.Steps.ShouldBeLessThan(whole.PlannedSteps);

        static EmbeddedStudentLab Lab() => Toy.Lab(new SteppingClock(TimeSpan.FromMilliseconds(50)));

        static async Task<int> InterruptAsync(TrainingJob job, MemoryStore store, MemorySaves saves, int step)
        {
            using var source = new CancellationTokenSource();
            var progress = new Listener(heard => (heard.Done >= step ? source : null)?.Cancel());
            await Should.ThrowAsync<OperationCanceledException>(() => Lab().TrainAsync(job, store, saves, progress, source.Token));
            return progress.Heard[^1].Done;
        }
    }

    private static async Task ShouldStartOverAsync(MemorySaves saves, string fault)
    {
        var (store, progress) = (new MemoryStore(), new Listener());
        var job = await Toy.JobAsync(store);
        var alone = await Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None);

        var result = await Toy.Lab().TrainAsync(job, store, saves, progress, CancellationToken.None);

        progress.Heard[0].Detail.ShouldStartWith(StartsOver);
        progress.Heard[0].Detail!.ShouldContain(fault);
        (result with { Seconds = 0 }).ShouldBe(alone with { Seconds = 0 });
    }

    /// <summary>What is saved when the toy's training is stopped after <paramref name="step"/> steps.</summary>
    private static async Task<byte[]> StateAsync(int step)
    {
        using var source = new CancellationTokenSource();
        var (saves, store) = (new MemorySaves { Interval = TimeSpan.FromDays(1) }, new MemoryStore());
        var progress = new Listener(heard => (heard.Done == step ? source : null)?.Cancel());
        var lab = Toy.Lab(new SteppingClock(TimeSpan.FromSeconds(1)));
        await Should.ThrowAsync<OperationCanceledException>(async () => await lab.TrainAsync(await Toy.JobAsync(store), store, saves, progress, source.Token));
        return saves.Latest.ShouldNotBeNull();
    }

    private static async Task<TrainingJob> OtherAsync(MemoryStore store, string difference)
    {
        var job = await Toy.JobAsync(store);
        return difference switch
        {
            "seed" => job with { Seed = 6 },
            "epochs" => job with { Recipe = job.Recipe with { Epochs = 2 } },
            "batch" => job with { Recipe = job.Recipe with { BatchSize = 8 } },
            "rate" => job with { Recipe = job.Recipe with { LearningRate = 3e-3 } },
            "data" => job with { Data = await Toy.StoreDataAsync(store, Toy.Swaps(128, 4), "other.jsonl") },
            _ => job with { Parent = await Toy.StoreBaseAsync(store = new(), 2) },
        };
    }
}
