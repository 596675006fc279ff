using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Teachers;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Journal;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests.Teachers;

/// <summary>Episodes against a server that counts, killed and resumed.</summary>
public sealed class PaidTeacherTests
{
    private sealed class KilledException() : Exception("killed");

    private static EpisodeSpec Spec(ModelServer server, EnvironmentKind environment, long? tokens) => Specs.Small with
    {
        Environment = environment,
        Teacher = new()
        {
            Kind = TeacherKinds.Compatible, Model = "test-model", Endpoint = server.Address, ApiKeyVariable = "TEST_API_KEY", ExamplesPerCall = 4, MaxTokensPerCall = 1000,
            Price = new() { InputPerMillion = 0.7m, OutputPerMillion = 2.3m },
        },
        Stop = new() { Iterations = 2, Tokens = tokens },
    };

    [Theory]
    [InlineData(EnvironmentKind.SkillList, null, 1)]
    [InlineData(EnvironmentKind.SkillList, 60_000L, 2)]
    [InlineData(EnvironmentKind.OpenEnded, null, 3)]
    [InlineData(EnvironmentKind.OpenEnded, 40_000L, 4)]
    [InlineData(EnvironmentKind.SkillTree, null, 5)]
    [InlineData(EnvironmentKind.SkillTree, 120_000L, 6)]
    public async Task Run_KilledAtRandomPoints_BuysEachAnswerOnceWithinItsCap(EnvironmentKind environment, long? tokens, int seed)
    {
        await using var server = await ModelServer.StartAsync();
        var spec = Spec(server, environment, tokens);
        using var undisturbed = new Gym(spec);
        var expected = await undisturbed.RunAsync();
        var sold = server.Sales;

        using var gym = new Gym(spec);
        var (report, lives) = await LiveOnAsync(gym, server, Rng.For((ulong)seed, "deaths"));
        var bought = server.Sales.Skip(sold.Count).ToList();

        lives.ShouldBeGreaterThan(3);
        bought.Select(sale => sale.Request).ShouldBeUnique();
        bought.Select(sale => sale.Request).Order(StringComparer.Ordinal).ShouldBe(sold.Select(sale => sale.Request).Order(StringComparer.Ordinal));
        report.Spend.ShouldBe(expected.Spend);
        report.Spend.Calls.ShouldBe(bought.Count);
        report.Spend.Tokens.ShouldBe(bought.Sum(sale => sale.Input + sale.Output));
        report.Spend.Tokens.ShouldBeLessThanOrEqualTo(tokens ?? long.MaxValue);
        report.Stopped.ShouldBe(tokens is null ? StopReason.Iterations : StopReason.Tokens);
        gym.Hashes().Where(file => file.Key.Contains("examples", StringComparison.Ordinal)).ShouldBe(
            undisturbed.Hashes().Where(file => file.Key.Contains("examples", StringComparison.Ordinal)));
        var calls = await gym.Record.CallsAsync();
        SumOf(calls).ShouldBe(gym.Record.FinalState().Spend);
        calls.ShouldAllBe(call => call.LatencyMilliseconds >= 0);
        calls.ShouldBe(await undisturbed.Record.CallsAsync(), new SameButLatency());
        ShouldHoldNoKey(gym);
    }

    private sealed class SameButLatency : IEqualityComparer<CallRecord>
    {
        public bool Equals(CallRecord? x, CallRecord? y) => x! with { LatencyMilliseconds = null } == y! with { LatencyMilliseconds = null };

        public int GetHashCode(CallRecord call) => call.Request.GetHashCode(StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EnvironmentKind.SkillList, 90_000L, false)]
    [InlineData(EnvironmentKind.OpenEnded, 60_000L, true)]
    public async Task Run_AnswersLostOnTheirWay_SoldTokensStayWithinTheCap(EnvironmentKind environment, long tokens, bool isKilled)
    {
        await using var server = await ModelServer.StartAsync(loses: sale => sale % 4 == 1);
        var spec = Spec(server, environment, tokens);
        using var gym = new Gym(spec) { TeacherTime = new HurriedTime(spec.Teacher.Timeout) };

        var report = isKilled ? (await LiveOnAsync(gym, server, Rng.For(5, "deaths"))).Report : await gym.RunAsync();

        var calls = await gym.Record.CallsAsync();
        server.Sales.Count(sale => sale.IsLost).ShouldBeGreaterThan(2);
        calls.Count(call => call.End == CallEnd.Lost).ShouldBe(server.Sales.Count(sale => sale.IsLost));
        calls.Count.ShouldBe(server.Sales.Count);
        server.Sales.Sum(sale => sale.Input + sale.Output).ShouldBeLessThan(report.Spend.Tokens);
        report.Spend.Tokens.ShouldBeLessThanOrEqualTo(tokens);
        report.Stopped.ShouldBe(StopReason.Tokens);
        SumOf(calls).ShouldBe(gym.Record.FinalState().Spend);
    }

    private static Spend SumOf(IEnumerable<CallRecord> calls) => calls.Aggregate(default(Spend), (sum, call) => sum + call.Spend);

    // Each life ends some way on: by a death at a commit of the journal, or by a stop while an answer is on its way.
    private static async Task<(EpisodeReport Report, int Lives)> LiveOnAsync(Gym gym, ModelServer server, Rng rng)
    {
        for (var lives = 1; ; lives++)
        {
            lives.ShouldBeLessThan(400, "the run makes no progress from one life to the next");
            using var stop = new CancellationTokenSource();
            var byCommit = rng.Next(2) == 0;
            var left = rng.Between(2, 8);
            server.Selling = () =>
            {
                if (!byCommit && Interlocked.Decrement(ref left) == 0)
                {
                    stop.Cancel();
                }
            };
            try
            {
                var hooks = new JournalHooks { Before = number => DieIf(byCommit && number >= left) };
                return (await gym.RunAsync(hooks, cancellationToken: stop.Token), lives);
            }
            catch (Exception error) when (error is KilledException or OperationCanceledException)
            {
            }
        }
    }

    private static void DieIf(bool now)
    {
        if (now)
        {
            throw new KilledException();
        }
    }

    private static void ShouldHoldNoKey(Gym gym)
    {
        foreach (var file in Directory.EnumerateFiles(gym.Folder.FullPath, "*", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotContain(Gym.Key, Case.Sensitive, file);
        }
    }
}
