using System.Security.Cryptography;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Experiments;

/// <summary>The command as a process: two arms, one of them a baseline, with two seeds, each run a few seconds.</summary>
public sealed class ExperimentTests : IDisposable
{
    private const string Spec = """
        {
          "name": "tiny", "base": "episode.json",
          "set": {
            "task.sizes": { "probe": 2, "select": 2, "test": 2 }, "examplesPerIteration": 40, "training.epochs": 1, "stop.iterations": 1,
          },
          "arms": { "open": { "environment": "open-ended" } },
          "baselines": { "seeded": false, "selection": false },
          "seeds": [1, 2],
        }
        """;

    private static readonly string[] Runs = ["open-1", "no-state-1", "open-2", "no-state-2"];
    private readonly Workplace workplace = new();

    public ExperimentTests() => File.WriteAllText(workplace.PathOf("experiment.json"), Spec);

    public void Dispose() => workplace.Dispose();

    [Fact]
    public async Task Experiment_InterruptedKilledAndStartedAgain_RedoesNothing()
    {
        using (var first = workplace.Start("experiment", "experiment.json"))
        {
            await first.SeeAsync("open-1  begins");
            first.Interrupt();
            (await first.EndAsync()).ShouldBe(130).Message.ShouldBe("stopped; nothing is lost. Go on with: dataenvgym experiment experiment.json");
        }

        using (var second = workplace.Start("experiment", "experiment.json"))
        {
            await second.SeeAsync("open-1  done");
            await second.SeeAsync("no-state-1  begins");
            second.Kill();
            await second.EndAsync();
        }

        (await StatesAsync())[0].ShouldBe("finished");
        File.Exists(workplace.PathOf("runs", "tiny", "leaderboard.json")).ShouldBeFalse("nothing half-done is shown");
        var before = Journal("open-1");

        var third = (await workplace.RunAsync("experiment", "experiment.json")).ShouldBe(0);

        third.Out.ShouldContain("open-1  was finished before");
        third.Out.ShouldNotContain("open-1  begins");
        third.Out.ShouldContain("no-state (baseline)");
        Journal("open-1").ShouldBe(before);
        (await StatesAsync()).ShouldAllBe(state => state == "finished");
        await AgainAsync();
        await ChangedAsync();
    }

    // All that is finished: the same leaderboard, and no journal is touched.
    private async Task AgainAsync()
    {
        var journals = Runs.Select(Journal).ToList();
        var board = File.ReadAllText(workplace.PathOf("runs", "tiny", "leaderboard.json"));

        var again = (await workplace.RunAsync("experiment", "experiment.json", "--json")).ShouldBe(0);

        again.Out.ShouldBe(board);
        Runs.Select(Journal).ShouldBe(journals);
        again.Json["arms"]!.AsArray().Select(arm => arm!["name"]!.GetValue<string>()).Order().ShouldBe(["no-state", "open"]);
        again.Json["reference"]!.GetValue<string>().ShouldBe("no-state");
        File.ReadAllText(workplace.PathOf("runs", "tiny", "leaderboard.md")).ShouldContain("| no-state (baseline) |");
        File.ReadAllBytes(workplace.PathOf("runs", "tiny", "leaderboard.png"))[1..4].ShouldBe("PNG"u8.ToArray());
        (await workplace.RunAsync("list", "--runs", "runs/tiny", "--json")).ShouldBe(0).Json.AsArray().Count.ShouldBe(4);
    }

    private async Task ChangedAsync()
    {
        File.WriteAllText(workplace.PathOf("experiment.json"), Spec.Replace("\"examplesPerIteration\": 40", "\"examplesPerIteration\": 41", StringComparison.Ordinal));

        (await workplace.RunAsync("experiment", "experiment.json")).ShouldBe(2).Message
            .ShouldBe($"error: {workplace.PathOf("runs", "tiny", "open-1")} holds a run of another episode: the experiment was changed since; choose another folder with --out, or delete that run.");
    }

    [Fact]
    public async Task Experiment_DryRun_ListsRunsAndMakesNothing()
    {
        var list = (await workplace.RunAsync("experiment", "experiment.json", "--dry-run")).ShouldBe(0).Out;

        list.ShouldContain("no-state (baseline)");
        list.ShouldContain($"4 runs in {workplace.PathOf("runs", "tiny")}, 0 finished; the reference is no-state");
        (await StatesAsync()).ShouldBe(["waiting", "waiting", "waiting", "waiting"]);
        workplace.Entries().ShouldBe(["experiment.json"]);
    }

    [Fact]
    public async Task Experiment_BadSpec_NamesTheField()
    {
        File.WriteAllText(workplace.PathOf("experiment.json"), Spec.Replace("\"arms\"", "\"arm\"", StringComparison.Ordinal));

        (await workplace.RunAsync("experiment", "experiment.json")).ShouldBe(2).Message.ShouldContain("arm: unknown field. Did you mean \"arms\"?");
        (await workplace.RunAsync("experiment", "nowhere")).ShouldBe(2).Message.ShouldStartWith("error: there is no experiment spec at nowhere; name a JSON file or a folder that holds an experiment.json");
    }

    // The headline is run by hand; that it can be run is seen here.
    [Fact]
    public async Task Experiment_Headline_HasEveryArmAtOneBudget()
    {
        var runs = (await workplace.RunAsync("experiment", Repository.PathOf("bench", "headline"), "--dry-run", "--json")).ShouldBe(0).Json.AsArray();

        runs.Select(run => run!["arm"]!.GetValue<string>()).Distinct().ShouldBe(
            ["open-ended", "tree-threshold", "tree-fill-balanced", "uniform", "error-proportional", "thompson", "learnability", "teacher", "no-state", "random", "seeded", "selection"]);
        runs.Select(run => run!["seed"]!.GetValue<int>()).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5);
    }

    private async Task<List<string>> StatesAsync()
    {
        var list = (await workplace.RunAsync("experiment", "experiment.json", "--dry-run", "--json")).ShouldBe(0).Json.AsArray();
        list.Select(run => run!["run"]!.GetValue<string>()).ShouldBe(Runs);
        return [.. list.Select(run => run!["state"]!.GetValue<string>())];
    }

    private string Journal(string run) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(workplace.PathOf("runs", "tiny", run, "journal.db"))));
}
