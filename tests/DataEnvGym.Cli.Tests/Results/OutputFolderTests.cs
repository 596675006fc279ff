using System.Buffers.Binary;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Results;

/// <summary>A run from another current folder, into a folder of its own, held against one of the same spec and seed.</summary>
[Collection(FinishedRunsDefinition.Name)]
public sealed class OutputFolderTests(FinishedRuns runs)
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    [Fact]
    public async Task Run_WithOutFromAnotherFolder_LeavesFourFilesAndTheSameOutcome()
    {
        using var elsewhere = new Workplace();
        (await elsewhere.RunAsync(["run", runs.Workplace.PathOf(), "--out", "deep/result", .. Workplace.Tiny])).ShouldBe(0);

        elsewhere.ReadJson("deep", "result", "episode.json")["seed"]!.GetValue<uint>().ShouldBe(1u);
        File.ReadAllText(elsewhere.PathOf("deep", "result", "report.md")).ShouldContain("## Outcome");
        CheckPicture(File.ReadAllBytes(elsewhere.PathOf("deep", "result", "curve.png")));
        RunOutcome.Of(elsewhere.PathOf("deep", "result")).ShouldBe(RunOutcome.Of(runs.Workplace.PathOf("runs", "math-1")));
        Directory.Exists(elsewhere.PathOf("runs")).ShouldBeFalse();

        var again = await elsewhere.RunAsync(["run", "episode.json", "--out", "deep/result", .. Workplace.Tiny]);
        again.ShouldBe(2).Message.ShouldContain($"go on with it: dataenvgym resume {elsewhere.PathOf("deep", "result")}");
    }

    [Fact]
    public void Run_OtherSeed_TrainsOnOtherExamples() =>
        RunOutcome.Of(runs.Workplace.PathOf("runs", "math-2")).ExampleIds.ShouldNotBe(RunOutcome.Of(runs.Workplace.PathOf("runs", "math-1")).ExampleIds);

    private static void CheckPicture(byte[] png)
    {
        png[..8].ShouldBe(PngSignature);
        png.Length.ShouldBeGreaterThan(10_000);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        width.ShouldBeInRange(600, 4000);
        height.ShouldBeInRange(300, 4000);
    }
}
