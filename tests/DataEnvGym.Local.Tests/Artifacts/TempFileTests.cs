using DataEnvGym.Local.Artifacts;

namespace DataEnvGym.Local.Tests.Artifacts;

public sealed class TempFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Create_WhileOthersSweep_FileIsNeverTakenAway()
    {
        using var stop = new CancellationTokenSource();
        var target = Path.Combine(folder.FullPath, "target");
        var sweeps = 0;
        var sweeping = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                TempFile.Sweep(folder.FullPath);
                Interlocked.Increment(ref sweeps);
            }
        })).ToList();

        while (Volatile.Read(ref sweeps) < 20_000)
        {
            using var temp = new TempFile(target);
            temp.Replace(target);
        }

        await stop.CancelAsync();
        await Task.WhenAll(sweeping);
        Directory.GetFiles(folder.FullPath).ShouldHaveSingleItem();
    }
}
