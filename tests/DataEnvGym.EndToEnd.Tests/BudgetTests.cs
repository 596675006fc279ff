using DataEnvGym.Core;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Teachers;
using DataEnvGym.EndToEnd.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests;

public sealed class BudgetTests
{
    // Prices with a repeating share of a cent, so that a sum in floating point would not come out even.
    private static readonly TokenPrice Price = new() { InputPerMillion = 0.7m, OutputPerMillion = 2.3m };

    private static EpisodeSpec Priced => Specs.Small with { Teacher = Specs.Small.Teacher with { Price = Price } };

    public static TheoryData<long> TokenLimits()
    {
        var rng = Rng.For(1, "token limits");
        return [1, 1500, .. Enumerable.Range(0, 10).Select(_ => (long)rng.Between(2_000, 80_000))];
    }

    public static TheoryData<decimal> MoneyLimits()
    {
        var rng = Rng.For(1, "money limits");
        return [0.0000001m, .. Enumerable.Range(0, 8).Select(_ => rng.Between(2_000, 80_000) * 0.000001m)];
    }

    [Theory]
    [MemberData(nameof(TokenLimits))]
    public async Task Tokens_Limited_AreNeverExceededAndStopTheLoop(long limit)
    {
        using var gym = new Gym(Priced.Until(new() { Tokens = limit }));

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Tokens);
        report.Spend.Tokens.ShouldBeLessThanOrEqualTo(limit);
        ShouldAddUp(gym, report);
        ShouldHaveStoppedForWant(gym, rest => rest.Tokens!.Value, spend => spend.Tokens, worst => worst.Input + worst.Output);
    }

    [Theory]
    [MemberData(nameof(MoneyLimits))]
    public async Task Money_Limited_IsNeverExceededAndStopsTheLoop(decimal limit)
    {
        using var gym = new Gym(Priced.Until(new() { Money = limit }));

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Money);
        report.Spend.Money.ShouldBeLessThanOrEqualTo(limit);
        ShouldAddUp(gym, report);
        ShouldHaveStoppedForWant(gym, rest => rest.Money!.Value, spend => spend.Money, worst => Price.Of(worst.Input, worst.Output));
    }

    // A limit that no call comes near must not be felt.
    [Fact]
    public async Task Limits_FarAway_ChangeNothing()
    {
        using var free = new Gym(Priced);
        using var limited = new Gym(Priced.Until(new() { Iterations = 2, Tokens = 100_000_000, Money = 1000 }));

        var (expected, report) = (await free.RunAsync(), await limited.RunAsync());

        report.Stopped.ShouldBe(StopReason.Iterations);
        report.Spend.ShouldBe(expected.Spend);
        report.Checkpoint.ShouldBe(expected.Checkpoint);
    }

    [Fact]
    public async Task BothLimits_MoneyScarcer_MoneyIsTheReason()
    {
        using var gym = new Gym(Priced.Until(new() { Tokens = 1_000_000, Money = 0.03m }));

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Money);
        report.Spend.Money.ShouldBeLessThanOrEqualTo(0.03m);
    }

    // Three accounts of the same money: what the teacher charged, what the journal holds, what the report says.
    private static void ShouldAddUp(Gym gym, EpisodeReport report)
    {
        var discovered = gym.Record.Calls(EpisodeNames.DiscoverSkills).Select(call => call.Output.Spend);
        var generated = gym.Record.Calls(EpisodeNames.Generate);
        var journaled = discovered.Concat(generated.Select(call => call.Output.Spend)).Aggregate(default(Spend), Spend.Add);
        var charged = gym.Diary.Of<TeacherCall>().Select(call => call.Cost).Aggregate(default(Spend), Spend.Add);

        journaled.ShouldBe(charged);
        report.Spend.ShouldBe(new ReportSpend(charged.Calls, charged.InputTokens, charged.OutputTokens, charged.Tokens, charged.Money));
        generated.ShouldAllBe(call => call.Input.Allowance.Covers(call.Output.Spend));
    }

    // Whoever left a call out had less than the worst that a call could cost: the answer's limit and the prompt's bytes, of which no prompt has 12,000.
    private static void ShouldHaveStoppedForWant(
        Gym gym, Func<Allowance, decimal> rest, Func<Spend, decimal> spent, Func<(long Input, long Output), decimal> price)
    {
        var dearest = price((12_000, gym.Spec.Teacher.MaxTokensPerCall));
        var starved = gym.Record.Calls(EpisodeNames.Generate).Where(call => call.Output.AllowanceReached).ToList();
        starved.ShouldNotBeEmpty();
        starved.ShouldAllBe(call => rest(call.Input.Allowance) - spent(call.Output.Spend) < dearest);
    }
}
