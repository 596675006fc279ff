using DataEnvGym.Core.Students;
using DataEnvGym.Students.Training;
using TorchSharp;

namespace DataEnvGym.Students.Tests;

public sealed class TrainingTests
{
    [Fact]
    public async Task TrainAsync_Swaps_AreLearnedAndAnsweredAlikeInBatchesAndAlone()
    {
        var store = new MemoryStore();
        var lab = Toy.Lab();
        var job = await Toy.JobAsync(store, examples: 512, epochs: 8);

        var result = await lab.TrainAsync(job, store, null, null, CancellationToken.None);

        result.Loss.ShouldBeLessThan(0.1);
        (result.Steps, result.PlannedSteps, result.Skipped).ShouldBe((256, 256, 0));
        result.Tokens.ShouldBe(8 * 512 * 6);
        result.Checkpoint.Parent.ShouldBe(job.Parent.Weights.Sha256);
        var tests = Toy.Swaps(40, 99);
        var prompts = tests.Select(test => test.Prompt).Append("a longer one that nobody taught =").Append("").ToList();
        var together = await lab.PredictAsync(new PredictionJob(result.Checkpoint, prompts, 12), store, null, CancellationToken.None);
        together.Responses.Take(40).Zip(tests).Count(pair => pair.First == pair.Second.Target).ShouldBeGreaterThanOrEqualTo(38);
        foreach (var (prompt, response) in prompts.Zip(together.Responses).DistinctBy(pair => pair.First))
        {
            var alone = await lab.PredictAsync(new PredictionJob(result.Checkpoint, [prompt], 12), store, null, CancellationToken.None);
            alone.Responses.ShouldBe([response], prompt);
        }
    }

    [Fact]
    public async Task TrainAsync_SameSeedTwice_IsBitIdentical_OtherSeedIsNot()
    {
        var store = new MemoryStore();
        var job = await Toy.JobAsync(store);

        var first = await Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None);
        var again = await Toy.Lab().TrainAsync(job with { OutputName = "again.safetensors" }, store, null, null, CancellationToken.None);
        var other = await Toy.Lab().TrainAsync(job with { OutputName = "other.safetensors", Seed = 6 }, store, null, null, CancellationToken.None);

        again.Checkpoint.Weights.Sha256.ShouldBe(first.Checkpoint.Weights.Sha256);
        other.Checkpoint.Weights.Sha256.ShouldNotBe(first.Checkpoint.Weights.Sha256);
        (again.Loss, again.Tokens).ShouldBe((first.Loss, first.Tokens));
    }

    [Fact]
    public async Task TrainAsync_TwoAtATime_AreAsAlone()
    {
        var store = new MemoryStore();
        var job = await Toy.JobAsync(store);
        var alone = await Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None);

        // Stores are not for two writers at once, so each has its own.
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            var own = new MemoryStore();
            return await Toy.Lab().TrainAsync(await Toy.JobAsync(own), own, null, null, CancellationToken.None);
        }));

        results.ShouldAllBe(result => result.Checkpoint.Weights.Sha256 == alone.Checkpoint.Weights.Sha256);
    }

    [Fact]
    public async Task TrainAsync_ExamplesLongerThanTheContext_AreCountedAndLeftOut()
    {
        var store = new MemoryStore();
        var fits = new TrainingText(new string('p', 40), new string('t', 23));
        var tooLong = fits with { Target = fits.Target + "t" };
        var job = await Toy.JobAsync(store) with { Data = await Toy.StoreDataAsync(store, [fits, tooLong, tooLong], "long.jsonl") };

        var result = await Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None);

        (result.Skipped, result.Steps, result.Tokens).ShouldBe((2, 1, 64));
    }

    [Fact]
    public async Task TrainAsync_NoTimeAtAll_GivesTheParentsWeights()
    {
        var store = new MemoryStore();
        var job = await Toy.JobAsync(store, maxSeconds: 0);

        var result = await Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None);

        (result.Steps, result.PlannedSteps, result.Loss).ShouldBe((0, 8, 0));
        Weights(store, result.Checkpoint).ShouldBe(Weights(store, job.Parent));
        result.Checkpoint.Weights.Sha256.ShouldNotBe(job.Parent.Weights.Sha256);
    }

    [Fact]
    public async Task TrainAsync_TimeRunsOut_StopsBeforeTheLimit()
    {
        var store = new MemoryStore();
        var job = await Toy.JobAsync(store, examples: 1024, maxSeconds: 3);

        var result = await Toy.Lab(new SteppingClock(TimeSpan.FromMilliseconds(50))).TrainAsync(job, store, null, null, CancellationToken.None);

        result.Seconds.ShouldBeInRange(2, 3);
        result.Steps.ShouldBeInRange(5, result.PlannedSteps - 1);
        Weights(store, result.Checkpoint).ShouldNotBe(Weights(store, job.Parent));
    }

    [Fact]
    public async Task TrainAsync_Cancelled_StoresNothing()
    {
        var store = new MemoryStore();
        using var source = new CancellationTokenSource();
        var job = await Toy.JobAsync(store, epochs: 1000);
        var progress = new Recorder(_ => source.Cancel());

        await Should.ThrowAsync<OperationCanceledException>(() => Toy.Lab().TrainAsync(job, store, null, progress, source.Token));

        store.Contains(job.OutputName).ShouldBeFalse();
    }

    [Fact]
    public async Task TrainAsync_LearningRateFarTooHigh_FailsWithTheRemedy()
    {
        var store = new MemoryStore();
        var job = await Toy.JobAsync(store, epochs: 4) with { Recipe = new TrainingRecipe(4, 16, 1e37) };

        (await Should.ThrowAsync<TrainingDivergedException>(() => Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None)))
            .Message.ShouldContain("lower the learning rate");
    }

    [Fact]
    public async Task TrainAsync_Progress_EndsWithTheLastStepAndALoss()
    {
        var store = new MemoryStore();
        var seen = new List<WorkProgress>();

        await Toy.Lab().TrainAsync(await Toy.JobAsync(store), store, null, new Recorder(seen.Add), CancellationToken.None);

        seen[^1].Done.ShouldBe(8);
        seen[^1].Total.ShouldBe(8);
        seen[^1].Unit.ShouldBe("steps");
        seen[^1].Detail!.ShouldMatch(@"^loss \d+\.\d\d$");
    }

    [Theory]
    [InlineData(0, 1, 1e-3, "Epochs is 0; it must be at least 1.")]
    [InlineData(1, 0, 1e-3, "BatchSize is 0; it must be at least 1.")]
    [InlineData(1, 1, 0, "LearningRate is 0; it must be a number above 0.")]
    [InlineData(1, 1, double.NaN, "LearningRate is NaN; it must be a number above 0.")]
    public async Task TrainAsync_RecipeOutOfRange_SaysWhatIsWrong(int epochs, int batch, double rate, string message)
    {
        var store = new MemoryStore();
        var job = await Toy.JobAsync(store) with { Recipe = new TrainingRecipe(epochs, batch, rate) };

        (await Should.ThrowAsync<ArgumentException>(() => Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None))).Message.ShouldStartWith(message);
    }

    [Fact]
    public async Task Jobs_Repeated_LeaveNoTensorAlive()
    {
        var store = new MemoryStore();
        var job = await Toy.JobAsync(store);
        await RunAsync();
        var before = torch.Tensor.TotalCount;

        await RunAsync();
        await RunAsync();

        torch.Tensor.TotalCount.ShouldBe(before);

        async Task RunAsync()
        {
            var result = await Toy.Lab().TrainAsync(job, store, null, null, CancellationToken.None);
            await Toy.Lab().PredictAsync(new PredictionJob(result.Checkpoint, ["ab=", "longer="], 8), store, null, CancellationToken.None);
        }
    }

    private static float[] Weights(MemoryStore store, CheckpointRef checkpoint) =>
        Checkpoints.StudentCheckpoint.Read(new MemoryStream(store.Read(checkpoint.Weights.Name)), "x", Toy.Config).Weights;

    private sealed class Recorder(Action<WorkProgress> seen) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => seen(value);
    }
}
