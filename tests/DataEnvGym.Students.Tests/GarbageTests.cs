using DataEnvGym.Core.Students;

namespace DataEnvGym.Students.Tests;

/// <summary>A number that is handed to torch must outlive the call, even when the garbage collector runs in the middle of it.</summary>
public sealed class GarbageTests
{
    [Fact]
    public async Task TrainAndPredict_WhileGarbageIsCollected_GiveTheSameBytes()
    {
        var calm = await LearnAsync();
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() => Collect(stop.Token));
        collector.Start();
        try
        {
            for (var i = 0; i < 10; i++)
            {
                (await LearnAsync()).ShouldBe(calm);
            }
        }
        finally
        {
            await stop.CancelAsync();
            collector.Join();
        }
    }

    private static async Task<string> LearnAsync()
    {
        var store = new MemoryStore();
        var trained = await Toy.Lab().TrainAsync(await Toy.JobAsync(store, examples: 256), store, null, null, CancellationToken.None);
        var prompts = Enumerable.Range(0, 64).Select(i => new string((char)('a' + (i % 6)), 1 + (i % 9))).ToList();
        var answers = await Toy.Lab().PredictAsync(new PredictionJob(trained.Checkpoint, prompts, 20), store, null, CancellationToken.None);
        return $"{trained.Checkpoint.Weights.Sha256} {string.Join('|', answers.Responses)}";
    }

    private static void Collect(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            GC.Collect(0);
            GC.WaitForPendingFinalizers();
        }
    }
}
