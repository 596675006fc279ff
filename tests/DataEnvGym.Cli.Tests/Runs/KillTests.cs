using DataEnvGym.Cli.Tests.Support;
using DataEnvGym.Core;

namespace DataEnvGym.Cli.Tests.Runs;

public sealed class KillTests(UndisturbedRun undisturbed) : IClassFixture<UndisturbedRun>, IDisposable
{
    private const double Earliest = 0.2;
    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Run_KilledAtRandomMomentsAndResumed_EndsAsIfUndisturbed(uint seed)
    {
        var rng = Rng.For(seed, "kill");
        for (var kills = 2; !File.Exists(workplace.PathOf("out", "report.json")); kills--)
        {
            // A process that was killed before it could write the spec has not begun the run.
            string[] command = File.Exists(workplace.PathOf("out", "episode.json")) ? ["resume", "out"] : ["run", "episode.json", "--out", "out", .. Workplace.Tiny];
            using var process = workplace.Start(command);
            var moment = TimeSpan.FromSeconds(Earliest + (rng.NextDouble() * (undisturbed.Duration.TotalSeconds - Earliest)));
            if (kills > 0 && !await process.EndsWithinAsync(moment))
            {
                process.Kill();
                (await process.EndAsync()).Code.ShouldBe(137);
            }
            else
            {
                (await process.EndAsync()).ShouldBe(0);
            }
        }

        RunOutcome.Of(workplace.PathOf("out")).ShouldBe(undisturbed.Outcome);
    }

    [Fact]
    public async Task Run_InterruptedInTraining_SaysHowToGoOnAndDoes()
    {
        using (var process = workplace.Start(["run", "episode.json", .. Workplace.Tiny]))
        {
            await process.SeeAsync("iteration 1  train");
            process.Interrupt();
            var stopped = (await process.EndAsync()).ShouldBe(130);
            stopped.Message.ShouldBe("stopped; nothing is lost. Go on with: dataenvgym resume math-1");
        }

        (await workplace.RunAsync("list", "--json")).Json[0]!["state"]!.GetValue<string>().ShouldBe("interrupted");
        (await workplace.RunAsync("resume", "math-1")).ShouldBe(0);
        RunOutcome.Of(workplace.PathOf("runs", "math-1")).ShouldBe(undisturbed.Outcome);
    }
}
