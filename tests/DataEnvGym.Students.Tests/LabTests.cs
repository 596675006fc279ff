using DataEnvGym.Core.Students;
using DataEnvGym.Students.Checkpoints;
using DataEnvGym.Students.Training;

namespace DataEnvGym.Students.Tests;

public sealed class LabTests
{
    [Fact]
    public async Task PrepareBaseAsync_Twice_IsTheSameArtefact()
    {
        var lab = new EmbeddedStudentLab(TimeProvider.System);
        var store = new MemoryStore();

        var first = await lab.PrepareBaseAsync(new StudentSpec(), store, CancellationToken.None);
        var again = await lab.PrepareBaseAsync(new StudentSpec(), store, CancellationToken.None);

        again.ShouldBe(first);
        (first.Student, first.Parent, first.Weights.Name).ShouldBe(("embedded", null, "checkpoints/base.safetensors"));
        first.Weights.Length.ShouldBeInRange(1_800_000, 2_000_000);
    }

    [Fact]
    public async Task PrepareBaseAsync_AfterATraining_IsBitIdentical()
    {
        var store = new MemoryStore();
        var lab = new EmbeddedStudentLab(TimeProvider.System);
        var start = await lab.PrepareBaseAsync(new StudentSpec(), store, CancellationToken.None);
        var data = await Toy.StoreDataAsync(store, Toy.Swaps(8, 1));
        var trained = await lab.TrainAsync(new TrainingJob(start, data, new TrainingRecipe(1, 4, 2e-3), 1, null, "trained"), store, null, null, CancellationToken.None);

        var reset = await lab.PrepareBaseAsync(new StudentSpec(), new MemoryStore(), CancellationToken.None);

        trained.Checkpoint.Weights.Sha256.ShouldNotBe(start.Weights.Sha256);
        reset.ShouldBe(start);
    }

    [Fact]
    public async Task PrepareBaseAsync_UnknownStudent_NamesTheOneThatIsHere() =>
        (await Should.ThrowAsync<ArgumentException>(() =>
            Toy.Lab().PrepareBaseAsync(new StudentSpec { Name = "llama" }, new MemoryStore(), CancellationToken.None)))
        .Message.ShouldStartWith("There is no student 'llama' here: those that this program teaches are embedded, embedded-code.");

    [Fact]
    public async Task PrepareBaseAsync_EachStudent_HasABaseOfItsOwn()
    {
        var lab = new EmbeddedStudentLab(TimeProvider.System);
        var bases = new List<CheckpointRef>();
        foreach (var name in EmbeddedStudents.Names)
        {
            bases.Add(await lab.PrepareBaseAsync(new StudentSpec { Name = name }, new MemoryStore(), CancellationToken.None));
        }

        bases.Select(checkpoint => checkpoint.Student).ShouldBe(EmbeddedStudents.Names);
        bases.Select(checkpoint => checkpoint.Weights.Sha256).ShouldBeUnique();
    }

    [Theory]
    [InlineData(true, "is not a checkpoint of this student")]
    [InlineData(false, "cannot be read")]
    public async Task PrepareBaseAsync_FileOfNoUse_NamesIt(bool exists, string fault)
    {
        var path = Path.GetTempFileName();
        try
        {
            if (exists)
            {
                await File.WriteAllTextAsync(path, "not a checkpoint at all");
            }
            else
            {
                File.Delete(path);
            }

            var message = (await Should.ThrowAsync<CheckpointException>(() =>
                Toy.Lab().PrepareBaseAsync(new StudentSpec { Checkpoint = path }, new MemoryStore(), CancellationToken.None))).Message;
            message.ShouldContain(path);
            message.ShouldContain(fault);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Pretrainer_File_CanBeTheBaseOfAStudentAndIsTheSameEachTime()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (path, copy) = (Path.Combine(folder.FullName, "a"), Path.Combine(folder.FullName, "b"));
            var pretrainer = new Pretrainer(TimeProvider.System) { Config = Toy.Config };
            var recipe = new PretrainingRecipe { Steps = 30, BatchSize = 8, Warmup = 5, Seed = 4 };
            var result = await pretrainer.TrainAsync(Toy.Swaps(64, 1), recipe, path, null, CancellationToken.None);
            await pretrainer.TrainAsync(Toy.Swaps(64, 1), recipe, copy, null, CancellationToken.None);

            result.Steps.ShouldBe(30);
            result.Loss.ShouldBeLessThan(3);
            File.ReadAllBytes(path).ShouldBe(File.ReadAllBytes(copy));
            var store = new MemoryStore();
            var start = await Toy.Lab().PrepareBaseAsync(new StudentSpec { Checkpoint = path }, store, CancellationToken.None);
            store.Read(start.Weights.Name).ShouldBe(File.ReadAllBytes(path));
            folder.EnumerateFiles().Select(file => file.Name).ShouldBe(["a", "b"], ignoreOrder: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Pretrainer_NothingThatFits_Throws() =>
        await Should.ThrowAsync<ArgumentException>(() => new Pretrainer(TimeProvider.System) { Config = Toy.Config }
            .TrainAsync([new TrainingText(new string('a', 100), "b")], new PretrainingRecipe(), "never-written", null, CancellationToken.None));

    [Fact]
    public async Task PredictAsync_PromptsAroundTheContext_AreAnsweredWhileThereIsRoom()
    {
        var store = new MemoryStore();
        var start = await Toy.StoreBaseAsync(store);
        string[] prompts = [new('a', 64), new('a', 63), new('a', 62), "a"];

        var result = await Toy.Lab().PredictAsync(new PredictionJob(start, prompts, 5), store, null, CancellationToken.None);

        result.Responses.Count.ShouldBe(4);
        result.Responses[0].ShouldBeEmpty();
        result.Responses[1].ShouldBeEmpty();
        result.Responses[2].Length.ShouldBeLessThanOrEqualTo(1);
        result.Tokens.ShouldBeInRange(63 + 1 + 2 + 1, 63 + 1 + 2 + 5);
    }

    [Fact]
    public async Task PredictAsync_MorePromptsThanABatchHolds_AnswersEachInItsPlace()
    {
        var store = new MemoryStore();
        var start = await Toy.StoreBaseAsync(store);
        var prompts = Enumerable.Range(0, 1100).Select(i => new string((char)('a' + (i % 7)), 1 + (i % 5))).ToList();
        var seen = new List<int>();
        var progress = new Recorder(seen);

        var result = await Toy.Lab().PredictAsync(new PredictionJob(start, prompts, 4), store, progress, CancellationToken.None);

        result.Responses.Count.ShouldBe(1100);
        var byPrompt = prompts.Zip(result.Responses).ToLookup(pair => pair.First, pair => pair.Second);
        byPrompt.ShouldAllBe(group => group.Distinct().Count() == 1);
        byPrompt.Select(group => group.First()).Distinct().Count().ShouldBeGreaterThan(5);
        seen[^1].ShouldBe(1100);
    }

    [Fact]
    public async Task PredictAsync_NoPrompts_IsEmpty()
    {
        var store = new MemoryStore();

        var result = await Toy.Lab().PredictAsync(new PredictionJob(await Toy.StoreBaseAsync(store), [], 5), store, null, CancellationToken.None);

        result.Responses.ShouldBeEmpty();
        result.Tokens.ShouldBe(0);
    }

    [Fact]
    public async Task PredictAsync_Cancelled_Throws()
    {
        var store = new MemoryStore();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var job = new PredictionJob(await Toy.StoreBaseAsync(store), ["a"], 5);

        await Should.ThrowAsync<OperationCanceledException>(() => Toy.Lab().PredictAsync(job, store, null, source.Token));
    }

    private sealed class Recorder(List<int> seen) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => seen.Add(value.Done);
    }
}
