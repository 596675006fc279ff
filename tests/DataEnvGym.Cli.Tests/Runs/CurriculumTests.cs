using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Runs;

public sealed class CurriculumTests : IDisposable
{
    private const string Spec = """
        {
          "id": "nightly",
          "episode": {
            "task": { "sizes": { "probe": 2, "select": 2, "test": 2 } },
            "examplesPerIteration": 60,
            "training": { "epochs": 1 },
            "stop": { "iterations": 1 }
          },
          "gate": { "guards": [ { "task": { "sizes": { "select": 1 } }, "margin": 0.2 } ] }
        }
        """;

    private readonly Workplace workplace = new();

    public CurriculumTests() => File.WriteAllText(workplace.PathOf("curriculum.json"), Spec);

    public void Dispose() => workplace.Dispose();

    [Fact]
    public async Task Changes_OfACurriculum_CanBeSeen()
    {
        (await workplace.RunAsync("curriculum", "list")).ShouldBe(0).Out.ShouldContain("Add one: dataenvgym curriculum add samples/curriculum");
        (await workplace.RunAsync("curriculum", "add", "curriculum.json", "--set", "schedule=0 0 3 * * *")).ShouldBe(0).Out.ShouldContain("nightly: next run ");
        (await workplace.RunAsync("curriculum", "add", "curriculum.json")).ShouldBe(2).Message.ShouldStartWith("error: There is a curriculum nightly already;");
        (await workplace.RunAsync("curriculum", "add", "curriculum.json", "--replace", "--set", "episode.seed=5")).ShouldBe(0);
        (await workplace.RunAsync("curriculum", "disable", "nightly")).ShouldBe(0).Out.ShouldBe("nightly: disabled\n");
        var shown = (await workplace.RunAsync("curriculum", "show", "nightly", "--json")).ShouldBe(0).Json;
        shown["spec"]!["enabled"]!.GetValue<bool>().ShouldBeFalse();
        shown["spec"]!["episode"]!["seed"]!.GetValue<int>().ShouldBe(5);
        shown["spec"]!["schedule"]!.GetValue<string>().ShouldBe("0 0 2 * * *");
        (await workplace.RunAsync("curriculum", "history", "nightly")).ShouldBe(0).Out.ShouldContain("has had no run yet");
        (await workplace.RunAsync("curriculum", "remove", "nightly")).ShouldBe(0);
        (await workplace.RunAsync("curriculum", "list", "--json")).ShouldBe(0).Json.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("show", "nothing", "error: There is no curriculum nothing.")]
    [InlineData("run", "nothing", "error: There is no curriculum nothing.")]
    [InlineData("remove", "../x", "error: '../x' is no curriculum id:")]
    [InlineData("add", "nothing.json", "error: there is no curriculum spec at nothing.json; name a JSON file or a folder that holds a curriculum.json, such as samples/curriculum.")]
    public async Task Wish_ThatCannotBeMet_SaysWhy(string command, string argument, string message) =>
        (await workplace.RunAsync("curriculum", command, argument)).ShouldBe(2).Message.ShouldStartWith(message);

    [Fact]
    public async Task Add_WrongSchedule_NamesItAndLeavesNothing()
    {
        (await workplace.RunAsync("curriculum", "add", "curriculum.json", "--set", "schedule=nightly")).ShouldBe(2).Message
            .ShouldContain("schedule: \"nightly\" is no NCRONTAB expression of six fields");

        Directory.Exists(workplace.PathOf("runs")).ShouldBeFalse();
    }

    [Fact]
    public async Task Add_ManyProcessesAtOnce_OneWins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => workplace.RunAsync("curriculum", "add", "curriculum.json")));

        results.Select(result => result.Code).Order().ShouldBe([0, 2, 2, 2]);
    }

    // Killed, gone on with, and run again: two runs, each an ordinary run beside.
    [Fact]
    public async Task Run_KilledInTraining_GoesOnAndIsWrittenDown()
    {
        (await workplace.RunAsync("curriculum", "add", "curriculum.json")).ShouldBe(0);
        using (var process = workplace.Start("curriculum", "run", "nightly"))
        {
            await process.SeeAsync("iteration 1  train");
            process.Kill();
            await process.EndAsync();
        }

        (await workplace.RunAsync("list", "--json")).Json[0]!["state"]!.GetValue<string>().ShouldBe("interrupted");
        var outcome = (await workplace.RunAsync("curriculum", "run", "nightly", "--json")).ShouldBe(0).Json;
        outcome["run"]!.GetValue<string>().ShouldBe("nightly-1");
        outcome["verdict"]!.GetValue<string>().ShouldBeOneOf("promoted", "rolled-back");
        (await workplace.RunAsync("curriculum", "run", "nightly")).ShouldBe(0).Out.ShouldContain("nightly-2: ");
        (await workplace.RunAsync("curriculum", "history", "nightly", "--json")).Json.AsArray().Select(entry => entry!["run"]!.GetValue<string>()).ShouldBe(["nightly-2", "nightly-1"]);
        (await workplace.RunAsync("list", "--json")).Json.AsArray().Select(run => run!["state"]!.GetValue<string>()).ShouldBe(["completed", "completed"]);
        (await workplace.RunAsync("show", "nightly-1")).ShouldBe(0).Out.ShouldContain("sealed test");
        (await workplace.RunAsync("resume", "nightly-1", "--json")).ShouldBe(0).Json["episode"].ShouldNotBeNull();
        (await workplace.RunAsync("curriculum", "history", "nightly", "--json")).Json.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Watch_DueEachSecond_RunsOneAtATimeAndStopsCleanly()
    {
        (await workplace.RunAsync("curriculum", "add", "curriculum.json", "--set", "schedule=* * * * * *")).ShouldBe(0);
        using (var watch = workplace.Start("curriculum", "watch"))
        {
            await watch.SeeAsync("nightly-1  started");
            await watch.SeeAsync("nightly-1  overlap: A run was due, but this one is still going; the tick is spent.");
            await watch.SeeAsync("nightly-2  iteration 1");
            watch.Interrupt();
            (await watch.EndAsync()).ShouldBe(130).Out.ShouldContain("nightly-2  stopped; nothing is lost: it goes on with the next watch");
        }

        using var next = workplace.Start("curriculum", "watch");
        await next.SeeAsync("nightly-2  resumed: It was interrupted, and goes on.");
        await next.SeeAsync("nightly-3  started");
        next.Interrupt();
        (await next.EndAsync()).ShouldBe(130);
        var history = (await workplace.RunAsync("curriculum", "history", "nightly", "--json")).Json.AsArray();
        history.Select(entry => entry!["run"]!.GetValue<string>()).ShouldBe(["nightly-2", "nightly-1"]);
    }
}
