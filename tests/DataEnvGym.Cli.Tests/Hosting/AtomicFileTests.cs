using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Hosting;

public sealed class AtomicFileTests : IDisposable
{
    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    // Two processes that start a run at the same moment both find its name free.
    [Fact]
    public async Task TryCreate_AnotherWasFaster_LeavesTheOthersFile()
    {
        var path = workplace.PathOf("claim");
        var made = await AtomicFile.TryCreateAsync(
            path,
            async stream =>
            {
                await stream.WriteAsync("mine"u8.ToArray());
                await File.WriteAllTextAsync(path, "theirs");
            },
            CancellationToken.None);
        made.ShouldBeFalse();
        File.ReadAllText(path).ShouldBe("theirs");
        workplace.Entries().ShouldBe(["claim"]);
    }

    [Fact]
    public async Task Write_FailsHalfway_LeavesTheOldFile()
    {
        var path = workplace.PathOf("report");
        await File.WriteAllTextAsync(path, "old");
        await Should.ThrowAsync<InvalidDataException>(() => AtomicFile.WriteAsync(
            path,
            async stream =>
            {
                await stream.WriteAsync("new"u8.ToArray());
                throw new InvalidDataException();
            },
            CancellationToken.None));
        File.ReadAllText(path).ShouldBe("old");
        workplace.Entries().ShouldBe(["report"]);
    }
}
