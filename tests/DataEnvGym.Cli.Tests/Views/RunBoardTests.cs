using System.Text.Json;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Cli.Tests.Views;

public sealed class RunBoardTests
{
    private readonly RunBoard board = new(TimeProvider.System);

    [Fact]
    public void ActivityRetrying_NativeErrorWithItsStack_ShowsTheFirstLine()
    {
        var warnings = new List<string>();
        board.Warned += warnings.Add;
        board.ActivityRetrying(new ActivitySite("run", "train", 1), 1, TimeSpan.FromSeconds(1), "out of memory\nframe #0: c10::Error\n");
        warnings.ShouldBe(["train failed at try 1 and is tried again in 1 s: out of memory"]);
        board.Snapshot().Warning.ShouldBe(warnings[0]);
    }

    [Fact]
    public void Snapshot_TwoPiecesOfOneActivity_AddsThemUp()
    {
        var (first, second) = (new ActivitySite("run", "generate", 1), new ActivitySite("run", "generate", 2));
        board.ActivityStarted(first, 1);
        board.ActivityStarted(second, 1);
        board.ActivityProgress(first, new WorkProgress(3, 10, "examples"));
        board.ActivityProgress(second, new WorkProgress(4, 20, "examples"));

        var (activity, work) = board.Snapshot().Works.ShouldHaveSingleItem();
        (activity, work.Progress.Done, work.Progress.Total, work.Progress.Unit).ShouldBe(("generate", 7, 30, "examples"));

        board.ActivityCompleted(first);
        board.ActivityCompleted(second);
        board.Snapshot().Works.ShouldBeEmpty();
    }

    [Fact]
    public void Spent_WhileShardsAreUnderWayAndAfterThey_NeverFallsBack()
    {
        var (first, second) = (new ActivitySite("run", "generate", 1), new ActivitySite("run", "generate", 2));
        board.StatusChanged("run", Status(new Spend(1, 100, 10, 0.5m)));
        board.ActivityStarted(first, 1);
        board.ActivityStarted(second, 1);
        board.ActivityProgress(first, new WorkProgress(3, 10, "examples") { Spend = new(2, 20, 2, 0.25m) });
        board.ActivityProgress(second, new WorkProgress(4, 20, "examples") { Spend = new(1, 30, 3, 0.125m) });
        var all = new Spend(4, 150, 15, 0.875m);
        board.Spent().ShouldBe(all);

        board.ActivityCompleted(first);
        board.Spent().ShouldBe(all);
        board.ActivityCompleted(second);
        board.StatusChanged("run", Status(all));
        board.Spent().ShouldBe(all);

        SpendLine.Of(all, new() { Tokens = 5000, Money = 2 }).ShouldBe("165 of 5,000 tokens, $0.88 of $2.00");
        SpendLine.Of(all, new()).ShouldBe("165 tokens, $0.88");

        static string Status(Spend spend) => JsonSerializer.Serialize(new EpisodeStatus("generate", 1, [0.5], 0, spend, []), CoreJson.Default.EpisodeStatus);
    }

    // A look at a job elsewhere is over in a moment; what it saw stays on the screen until something else begins.
    [Fact]
    public void Snapshot_JobElsewhere_IsShownBetweenTwoLooks()
    {
        const string job = "math-1/iteration-1/train.iteration-01";
        board.ActivityStarted(new ActivitySite(job, "start-job", 1), 1);
        board.ActivityCompleted(new ActivitySite(job, "start-job", 1));
        board.Snapshot().Works.ShouldHaveSingleItem().Activity.ShouldBe("train");

        board.ActivityStarted(new ActivitySite(job, "check-job", 4), 1);
        board.ActivityProgress(new ActivitySite(job, "check-job", 4), new WorkProgress(40, 188, "steps"));
        board.ActivityCompleted(new ActivitySite(job, "check-job", 4));
        board.Snapshot().Works.ShouldHaveSingleItem().Work.Progress.Done.ShouldBe(40);

        board.ActivityStarted(new ActivitySite("math-1/iteration-1", "prompts", 9), 1);
        board.Snapshot().Works.ShouldHaveSingleItem().Activity.ShouldBe("prompts");
    }
}
