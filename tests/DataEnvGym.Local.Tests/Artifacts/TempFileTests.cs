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
        var sweeping = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                TempFile.Sweep(folder.FullPath);
            }
        });

        for (var file = 0; file < 2000; file++)
        {
            using var temp = new TempFile(Path.Combine(folder.FullPath, "target"));
            temp.Replace(Path.Combine(folder.FullPath, "target"));
        }

        await stop.CancelAsync();
        await sweeping;
        Directory.GetFiles(folder.FullPath).ShouldHaveSingleItem();
    }
}
