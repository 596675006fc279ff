using System.Text.RegularExpressions;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Runs;

/// <summary>What other processes may and may not do with a run that one works on.</summary>
public sealed class RunningRunTests : IDisposable
{
    private const string Examining = "iteration 0  examine";
    private readonly Workplace workplace = new();

    public void Dispose() => workplace.Dispose();

    [Fact]
    public async Task Resume_RunOfAnotherProcess_NamesItAndLeavesTheRunAlone()
    {
        using var process = workplace.Start(["run", "episode.json", .. Workplace.Tiny]);
        await process.SeeAsync(Examining);
        var refused = (await workplace.RunAsync("resume", "math-1")).ShouldBe(3);
        refused.Message.ShouldContain($"in use by process {process.Id};");
        refused.Out.ShouldBe("");
        (await process.EndAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Approve_WaitingRun_TrainsOrEndsItAsTold()
    {
        using var process = workplace.Start(["run", "episode.json", .. Workplace.Tiny, "--set", "approval=before-training", "--set", "stop.iterations=50"]);
        await process.SeeAsync(Examining);
        (await workplace.RunAsync("approve", "math-1")).ShouldBe(2).Message.ShouldBe("error: math-1 does not wait for approval; see how far it is: dataenvgym show math-1");

        await process.SeeAsync("iteration 1  waiting for approval");
        (await workplace.RunAsync("approve", "math-1")).ShouldBe(0).Out.ShouldBe("The examples of iteration 1 of math-1 are approved.\n");
        await process.SeeAsync("iteration 2  waiting for approval");
        (await workplace.RunAsync("approve", "math-1", "--reject", "--comment", "too easy")).ShouldBe(0).Out.ShouldContain("rejected");

        (await process.EndAsync()).ShouldBe(0).Out.ShouldContain("because a person rejected the examples");
        var report = workplace.ReadJson("runs", "math-1", "report.json");
        report["stopped"]!.GetValue<string>().ShouldBe("rejected");
        report["iterations"]!.AsArray().Select(point => point!["examples"]!.GetValue<int>() > 0).ShouldBe([false, true, false]);
        report["iterations"]![2]!["approval"]!.ToJsonString().ShouldBe("""{"approved":false,"comment":"too easy"}""");
    }

    [Fact]
    public async Task Review_WaitingRun_ChangesWhatItIsTrainedOn()
    {
        using var process = workplace.Start(
            ["run", "episode.json", .. Workplace.Tiny, "--set", "approval=before-training", "--set", "curation.review.share=0.1", "--set", "stop.iterations=1"]);
        await process.SeeAsync("iteration 1  waiting for approval");

        var listed = (await workplace.RunAsync("review", "list", "math-1")).ShouldBe(0).Out;
        var ids = Regex.Matches(listed, "(?m)^ex-[0-9a-f]{20}(?=  sampled$)").Select(match => match.Value).ToList();
        listed.ShouldEndWith($"{ids.Count} examples to look at, {ids.Count} without a decision. When you are done: dataenvgym approve math-1\n");
        (await workplace.RunAsync("review", "reject", "math-1", ids[0], "--reason", "dull")).ShouldBe(0).Out.ShouldStartWith("1 decided so far.");
        (await workplace.RunAsync("review", "edit", "math-1", ids[1], "--answer", "42")).ShouldBe(0).Out.ShouldStartWith("2 decided so far.");
        (await workplace.RunAsync("review", "reject", "math-1", "ex-0")).ShouldBe(2).Message.ShouldContain("there is no example ex-0 in this iteration.");
        (await workplace.RunAsync("review", "edit", "math-1", ids[1])).ShouldBe(2).Message.ShouldContain("nothing is changed");
        (await workplace.RunAsync("review", "list", "math-1")).ShouldBe(0).Out.ShouldContain($"{ids[1]}  sampled  [edit]");
        (await workplace.RunAsync("approve", "math-1")).ShouldBe(0);
        (await process.EndAsync()).ShouldBe(0);

        workplace.ReadJson("runs", "math-1", "report.json")["iterations"]![1]!["dropped"]!["rejected"]!.GetValue<int>().ShouldBe(1);
        var all = (await workplace.RunAsync("examples", "math-1", "--count", "1000", "--json")).ShouldBe(0).Json.AsArray();
        all.ShouldNotContain(example => example!["id"]!.GetValue<string>() == ids[0]);
        all.Single(example => example!["editedFrom"]?.GetValue<string>() == ids[1])!["answer"]!.GetValue<string>().ShouldBe("42");
        (await workplace.RunAsync("review", "list", "math-1")).ShouldBe(2).Message.ShouldContain("math-1 does not wait for approval");
    }

    [Fact]
    public async Task Stop_RunningRun_EndsItAfterItsIterationWithAReport()
    {
        using var process = workplace.Start(["run", "episode.json", .. Workplace.Tiny, "--set", "stop.iterations=50"]);
        await process.SeeAsync(Examining);
        (await workplace.RunAsync("list", "--json")).Json[0]!["state"]!.GetValue<string>().ShouldBe("running");
        (await workplace.RunAsync("show", "math-1")).ShouldBe(0).Out.ShouldContain("dataenvgym stop math-1");
        (await workplace.RunAsync("compare", "math-1", "math-1")).ShouldBe(2).Message.ShouldContain("math-1 has no report yet; it is running");

        (await workplace.RunAsync("stop", "math-1")).ShouldBe(0).Out.ShouldBe("math-1 will end after the iteration under way, with a report.\n");
        (await process.EndAsync()).ShouldBe(0).Out.ShouldContain("because it was asked to stop");
        var report = workplace.ReadJson("runs", "math-1", "report.json");
        report["stopped"]!.GetValue<string>().ShouldBe("user");
        report["iterations"]!.AsArray().Count.ShouldBeLessThan(10);

        (await workplace.RunAsync("stop", "math-1")).ShouldBe(2).Message.ShouldBe("error: math-1 has ended already; see: dataenvgym show math-1");
    }

    [Fact]
    public async Task KilledRun_ShownStoppedAndResumed_EndsBecauseOfTheUser()
    {
        using (var process = workplace.Start(["run", "episode.json", .. Workplace.Tiny]))
        {
            await process.SeeAsync(Examining);
            process.Kill();
            await process.EndAsync();
        }

        (await workplace.RunAsync("list")).ShouldBe(0).Out.ShouldMatch(@"math-1 +interrupted +skill-list teacher/error-proportional +1 +0 ");
        var shown = (await workplace.RunAsync("show", "math-1")).ShouldBe(0).Out;
        shown.ShouldStartWith("math-1: interrupted, iteration 0,");
        shown.ShouldEndWith("Go on with: dataenvgym resume math-1\n");
        (await workplace.RunAsync("show", "math-1", "--json")).ShouldBe(0).Json["state"]!.GetValue<string>().ShouldBe("interrupted");
        (await workplace.RunAsync("compare", "math-1", "math-1")).ShouldBe(2).Message.ShouldContain("finish it first: dataenvgym resume math-1");
        (await workplace.RunAsync("examples", "math-1")).ShouldBe(2).Message.ShouldContain("math-1 has no examples yet");

        (await workplace.RunAsync("stop", "math-1")).ShouldBe(0).Out.ShouldContain("once it goes on: dataenvgym resume math-1");
        (await workplace.RunAsync("resume", "math-1", "--json")).ShouldBe(0).Json["stopped"]!.GetValue<string>().ShouldBe("user");
    }

    // All of them look for the next free name at the same moment; each must get its own.
    [Fact]
    public async Task Run_ThreeAtOnceInOneFolder_EachHasItsOwnRun()
    {
        string[] seeds = ["11", "12", "13"];
        var processes = seeds.Select(seed => workplace.Start(["run", "episode.json", .. Workplace.Tiny, "--set", $"seed={seed}"])).ToList();
        try
        {
            foreach (var process in processes)
            {
                await process.SeeAsync("prepare");
            }
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }

        string[] runs = ["math-1", "math-2", "math-3"];
        runs.Select(run => workplace.ReadJson("runs", run, "episode.json")["seed"]!.ToString()).ShouldBe(seeds, ignoreOrder: true);
    }
}
