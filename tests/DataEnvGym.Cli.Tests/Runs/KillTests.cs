using DataEnvGym.Cli.Tests.Support;
using DataEnvGym.Core;

namespace DataEnvGym.Cli.Tests.Runs;

public sealed class KillTests(UndisturbedRun undisturbed) : IClassFixture<UndisturbedRun>, IDisposable
{
    private const int MostKills = 3;
    private const int Killed = 137;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(0.5);
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
        var killed = 0;
        for (var tries = 0; !File.Exists(workplace.PathOf("out", "report.json")); tries++)
        {
            // A process that was killed before it could write the spec has not begun the run.
            string[] command = File.Exists(workplace.PathOf("out", "episode.json")) ? ["resume", "out"] : ["run", "episode.json", "--out", "out", .. Workplace.Tiny];
            using var process = workplace.Start(command);
            var ended = tries >= MostKills;
            if (!ended)
            {
                // The moment is a stage and a while after it, so that it is somewhere in the run however busy the machine is; the first is never too late.
                await process.SeeLinesAsync(rng.Next(tries == 0 ? undisturbed.Stages / 2 : undisturbed.Stages));
                ended = await process.EndsWithinAsync(rng.NextDouble() * Longest);
            }

            if (!ended)
            {
                process.Kill();
            }

            // It may have ended in the moment of the kill.
            var result = await process.EndAsync();
            result.ShouldBe(!ended && result.Code == Killed ? Killed : 0);
            killed += result.Code == Killed ? 1 : 0;
        }

        killed.ShouldBeGreaterThan(0);
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
