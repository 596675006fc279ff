using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.EndToEnd.Tests.Curation;

public sealed class ScreeningTests
{
    [Fact]
    public async Task Known_QuarterOfEachOrder_IsAllThatTheStudentIsTaughtAgain()
    {
        using var gym = new Gym(Specs.Small with { Curation = new() { TopUps = 3, Known = new(0.25) } }) { Knows = (_, prompt) => prompt.Length % 2 == 0 };

        var report = await gym.RunAsync();

        var examples = await gym.Record.ExamplesAsync();
        foreach (var order in examples.GroupBy(example => (example.Provenance.Iteration, example.Provenance.Order)))
        {
            var plan = await gym.Record.DocumentAsync(gym.Record.FinalState().Iterations[order.Key.Iteration - 1].Plan, CoreJson.Default.Plan);
            var wanted = plan.Orders.Single(planned => planned.Id == order.Key.Order).Count;
            order.Count(example => $"{example.Prompt}\n".Length % 2 == 0).ShouldBeLessThanOrEqualTo(wanted / 4);
        }

        report.Iterations.Skip(1).ShouldAllBe(point => point.Dropped["known"] > 0);
        report.Iterations[1].Gates!.Single(gate => gate.Gate == "known").Dropped.ShouldBe(report.Iterations[1].Dropped["known"]);
    }

    [Fact]
    public async Task Known_Zero_AsksTheStudentAsItIsNow()
    {
        using var gym = new Gym(Specs.Small with { Curation = new() { Known = new(0) } }) { Knows = (knowledge, _) => knowledge.Trainings > 0 };

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.NoExamples);
        report.Iterations.Select(point => (point.Examples, point.Shortfall)).ShouldBe([(0, 0), (48, 0), (0, 48)]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Known_WhatTheStudentGotWrong_IsKeptForPairsUnlessTheExampleIsInDoubt(double silence, bool hasPairs)
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 1 }) with
        {
            Curation = new() { Known = new(0.25), Verify = new() },
            Teachers = new() { Judge = Specs.Small.Teacher with { Faults = new() { Malformed = silence } } },
        }) { Knows = (_, prompt) => prompt.Length % 2 == 0 };
        await gym.RunAsync();

        var iteration = (await RunHistory.ReadAsync(gym.Folder, gym.Spec, default)).Iterations.ShouldHaveSingleItem();
        var examples = await gym.Record.LinesAsync(iteration.Examples, CoreJson.Default.Example);
        var misses = await gym.Record.LinesAsync(iteration.Misses.ShouldNotBeNull(), CoreJson.Default.StudentMiss);

        var missed = examples.Where(example => $"{example.Prompt}\n".Length % 2 != 0).ToList();
        missed.ShouldNotBeEmpty();
        misses.Select(miss => (miss.Example, miss.Response)).ShouldBe(hasPairs ? missed.Select(example => (example.Id, FakeLab.Lost($"{example.Prompt}\n"))) : []);
    }

    [Theory]
    [InlineData(WhenInDoubt.Keep)]
    [InlineData(WhenInDoubt.Drop)]
    public async Task Verify_ByAJudgeWhoSaysNothing_KeepsOrDropsAsTheSpecSays(WhenInDoubt unverified)
    {
        using var gym = new Gym(Specs.Small with
        {
            Curation = new() { TopUps = 0, Verify = new(Unverified: unverified) },
            Teachers = new() { Judge = Specs.Small.Teacher with { Faults = new() { Malformed = 1 } } },
        });

        var report = await gym.RunAsync();

        var first = report.Iterations[1];
        (first.Kept, first.Unverified).ShouldBe(unverified == WhenInDoubt.Keep ? (48, 48) : (0, 0));
        first.Dropped.GetValueOrDefault("unverified").ShouldBe(unverified == WhenInDoubt.Keep ? 0 : 48);
        first.Malformed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Verify_Spend_IsPartOfTheIterationAndWithinTheBudget()
    {
        var spec = Specs.Small with { Curation = new() { Verify = new() } };
        using var free = new Gym(spec);
        using var bound = new Gym(spec.Until(new() { Tokens = 40_000 }));

        var (unbound, limited) = (await free.RunAsync(), await bound.RunAsync());

        unbound.Spend.Calls.ShouldBe(free.Diary.Of<TeacherCall>().Count);
        free.Record.Calls(EpisodeNames.Verify).ShouldAllBe(call => call.Output.Spend.Calls > 0);
        limited.Stopped.ShouldBe(StopReason.Tokens);
        limited.Spend.Tokens.ShouldBeInRange(20_000, 40_000);
    }

    [Fact]
    public async Task Verify_ATopUp_KnowsWhatTheRoundBeforeKept()
    {
        using var gym = new Gym((Specs.Small with { Curation = new() { Verify = new() } }).With(new() { Duplicate = 0.3 }));

        await gym.RunAsync();

        var kept = gym.Record.Calls(EpisodeNames.Curate).ToDictionary(call => (call.Input.Iteration, call.Input.Round), call => call.Output.Examples);
        var later = gym.Record.Calls(EpisodeNames.Verify).Where(call => call.Input.Round > 0).ToList();
        later.ShouldNotBeEmpty();
        foreach (var (input, _) in later)
        {
            input.Earlier[^1].ShouldBe(kept[(input.Iteration, input.Round - 1)]);
            input.Earlier.Count.ShouldBe(input.Iteration);
        }
    }

    // With all of it for writing, nothing could be verified, and all that was written would be dropped.
    [Theory]
    [InlineData(20_000)]
    [InlineData(25_000)]
    [InlineData(30_000)]
    [InlineData(40_000)]
    public async Task Verify_WithATightBudget_HasItsShareOfItAndKeepsWhatWasVerified(long tokens)
    {
        using var gym = new Gym((Specs.Small with
        {
            ExamplesPerIteration = 200,
            Curation = new() { Verify = new(Unverified: WhenInDoubt.Drop) },
        }).Until(new() { Tokens = tokens }));

        var report = await gym.RunAsync();

        report.Spend.Tokens.ShouldBeLessThanOrEqualTo(tokens);
        report.Iterations[1].Kept.ShouldBeGreaterThan(0);
        report.Iterations[1].Dropped.GetValueOrDefault("unverified").ShouldBe(0);
    }

    [Fact]
    public async Task Spec_WithoutScreening_CallsNothingNew()
    {
        using var gym = new Gym(Specs.Small);

        await gym.RunAsync();

        gym.Record.Calls(EpisodeNames.Verify).ShouldBeEmpty();
        gym.Record.Calls(EpisodeNames.Ask).ShouldBeEmpty();
    }
}
