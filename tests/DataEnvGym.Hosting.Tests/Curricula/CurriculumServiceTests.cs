using DataEnvGym.Core.Curricula;
using DataEnvGym.Hosting.Curricula;

namespace DataEnvGym.Hosting.Tests.Curricula;

public sealed class CurriculumServiceTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Add_SameIdTwice_IsAConflict()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);

        await FailsAsync(CurriculumProblem.Conflict, () => desk.Service.AddAsync(Desk.Hourly, default), "There is a curriculum hourly already;");
    }

    [Fact]
    public async Task Add_ThenListAndGet_GiveIt()
    {
        var guarded = Desk.Hourly with { Gate = new() { Confidence = 0.9, Guards = [new() { Margin = 0.1 }] } };
        await desk.Service.AddAsync(Desk.Hourly with { Id = "another" }, default);
        await desk.Service.AddAsync(guarded, default);

        (await desk.Service.ListAsync(default)).Select(state => state.Spec.Id).ShouldBe(["another", "hourly"]);
        var read = (await desk.StateAsync()).Spec;
        (read with { Gate = guarded.Gate }).ShouldBe(guarded);
        read.Gate.Confidence.ShouldBe(0.9);
        read.Gate.Guards.ShouldBe(guarded.Gate.Guards);
    }

    [Theory]
    [InlineData("../hourly")]
    [InlineData("Hourly")]
    [InlineData("")]
    public async Task AnyWish_IdThatIsNone_IsInvalid(string id)
    {
        await FailsAsync(CurriculumProblem.Invalid, () => desk.Service.GetAsync(id, default), "is no curriculum id");
        await FailsAsync(CurriculumProblem.Invalid, () => desk.Service.RemoveAsync(id, default), "is no curriculum id");
        await FailsAsync(CurriculumProblem.Invalid, () => desk.Service.AddAsync(Desk.Hourly with { Id = id }, default), "is no curriculum id");
    }

    [Fact]
    public async Task AnyWish_UnknownId_IsNotFound()
    {
        await FailsAsync(CurriculumProblem.NotFound, () => desk.Service.GetAsync("nothing", default), "There is no curriculum nothing.");
        await FailsAsync(CurriculumProblem.NotFound, () => desk.Service.RunNowAsync("nothing", default), "There is no curriculum nothing.");
        await FailsAsync(CurriculumProblem.NotFound, () => desk.Service.HistoryAsync("nothing", 1, default), "There is no curriculum nothing.");
        await FailsAsync(CurriculumProblem.NotFound, () => desk.Service.UpdateAsync(Desk.Hourly, default), "There is no curriculum hourly.");
    }

    [Fact]
    public async Task Update_KeepsChampionAndNumbers()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.Service.RunNowAsync("hourly", default);
        await desk.EndAsync("hourly-1", CurriculumVerdict.Promoted);

        await desk.Service.UpdateAsync(Desk.Hourly with { Episode = Desk.Hourly.Episode with { Seed = 9 } }, default);

        var state = await desk.StateAsync();
        state.Spec.Episode.Seed.ShouldBe(9u);
        state.Champion!.Run.ShouldBe("hourly-1");
        state.NextNumber.ShouldBe(2);
    }

    [Fact]
    public async Task Update_AnotherStudent_IsRefusedOnceThereIsAChampion()
    {
        var other = Desk.Hourly with { Episode = Desk.Hourly.Episode with { Student = new() { Checkpoint = "/other.safetensors" } } };
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.Service.UpdateAsync(other, default);
        await desk.Service.RunNowAsync("hourly", default);
        await desk.EndAsync("hourly-1", CurriculumVerdict.Promoted);

        await FailsAsync(CurriculumProblem.Invalid, () => desk.Service.UpdateAsync(Desk.Hourly, default), "episode.student: hourly has a champion");
    }

    // The times of the old schedule are not those of the new one.
    [Fact]
    public async Task Update_AnotherSchedule_CountsFromNow()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        desk.Clock.Advance(TimeSpan.FromMinutes(90));

        await desk.Service.UpdateAsync(Desk.Hourly with { Schedule = "0 0 0 * * *" }, default);

        (await desk.TickAsync(TimeSpan.FromMinutes(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunNow_WhileOneGoes_IsAConflict()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        (await desk.Service.RunNowAsync("hourly", default)).ShouldBe("hourly-1");

        await FailsAsync(CurriculumProblem.Conflict, () => desk.Service.RunNowAsync("hourly", default), "The run hourly-1 of hourly is going; wait for its end.");
    }

    [Fact]
    public async Task RunNow_Disabled_RunsAnyway()
    {
        await desk.Service.AddAsync(Desk.Hourly with { Enabled = false }, default);

        (await desk.Service.RunNowAsync("hourly", default)).ShouldBe("hourly-1");
    }

    [Fact]
    public async Task RunNow_DoesNotSpendTheTick()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        desk.Clock.Advance(TimeSpan.FromMinutes(59));
        await desk.Service.RunNowAsync("hourly", default);
        await desk.EndAsync("hourly-1", CurriculumVerdict.RolledBack);

        (await desk.TickAsync(TimeSpan.FromMinutes(1))).ShouldHaveSingleItem().Deed.ShouldBe(TickDeed.Started);
    }

    [Fact]
    public async Task RunNow_Interrupted_GoesOnWithIt()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.Service.RunNowAsync("hourly", default);
        desk.Host.Standings["hourly-1"] = RunStanding.Interrupted;

        (await desk.Service.RunNowAsync("hourly", default)).ShouldBe("hourly-1");
    }

    [Fact]
    public async Task RunNow_ManyHostsAtOnce_StartOneRun()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await desk.NewService().RunNowAsync("hourly", default);
            }
            catch (CurriculumException error) when (error.Problem == CurriculumProblem.Conflict)
            {
                return null;
            }
        })));

        runs.Count(run => run is not null).ShouldBe(1);
        desk.Host.Started.Count.ShouldBe(1);
    }

    // Runs outlive their curriculum, and ordinary runs may be called the same.
    [Fact]
    public async Task RunNow_NamesThatAreTaken_AreSkipped()
    {
        desk.Host.Standings["hourly-1"] = RunStanding.Ended;
        desk.Host.Standings["hourly-2"] = RunStanding.Ended;
        await desk.Service.AddAsync(Desk.Hourly, default);

        (await desk.Service.RunNowAsync("hourly", default)).ShouldBe("hourly-3");
    }

    [Fact]
    public async Task Remove_WhileARunGoes_IsAConflict()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.Service.RunNowAsync("hourly", default);

        await FailsAsync(CurriculumProblem.Conflict, () => desk.Service.RemoveAsync("hourly", default), "The run hourly-1 of hourly is going;");
        (await desk.StateAsync()).Running.ShouldNotBeNull();
    }

    [Fact]
    public async Task Remove_TakesItsHistoryToo()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        await desk.Service.AddAsync(Desk.Hourly with { Id = "hourly-b" }, default);
        await desk.Service.RunNowAsync("hourly", default);
        await desk.EndAsync("hourly-1", CurriculumVerdict.Promoted);

        await desk.Service.RemoveAsync("hourly", default);
        await desk.Service.AddAsync(Desk.Hourly, default);

        (await desk.Service.HistoryAsync("hourly", 10, default)).ShouldBeEmpty();
        (await desk.Service.ListAsync(default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task History_ManyRuns_GivesTheNewestFirst()
    {
        await desk.Service.AddAsync(Desk.Hourly, default);
        for (var number = 1; number <= 12; number++)
        {
            var run = await desk.Service.RunNowAsync("hourly", default);
            await desk.EndAsync(run, CurriculumVerdict.RolledBack);
        }

        (await desk.Service.HistoryAsync("hourly", 3, default)).Select(outcome => outcome.Number).ShouldBe([12, 11, 10]);
        (await desk.Service.FindOutcomeAsync("hourly", 7, default))!.Run.ShouldBe("hourly-7");
        (await desk.Service.FindOutcomeAsync("hourly", 13, default)).ShouldBeNull();
    }

    private static async Task FailsAsync(CurriculumProblem problem, Func<Task> wish, string message)
    {
        var error = await Should.ThrowAsync<CurriculumException>(wish);
        error.Problem.ShouldBe(problem);
        error.Message.ShouldContain(message);
    }
}
