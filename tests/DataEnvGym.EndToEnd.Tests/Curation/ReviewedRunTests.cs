using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Traces;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.EndToEnd.Tests.Curation;

public sealed class ReviewedRunTests
{
    [Fact]
    public async Task Reviews_WithTheApproval_ChangeWhatIsTrainedOn()
    {
        var spec = Specs.Small with { Approval = ApprovalGate.BeforeTraining, Curation = new() { Review = new(0.1) }, Stop = new() { Iterations = 1 } };
        using var rehearsal = new Gym(spec);
        await AnswerAsync(rehearsal, []);
        var examples = await rehearsal.Record.ExamplesAsync();
        using var gym = new Gym(spec);

        var report = await AnswerAsync(
            gym,
            [new(examples[0].Id, ReviewVerdict.Reject) { Reason = "dull" }, new(examples[1].Id, ReviewVerdict.Edit) { Answer = "42" }]);

        var trained = await gym.Record.LinesAsync(gym.Record.FinalState().Iterations[0].Training!.Data, CoreJson.Default.TrainingText);
        trained.ShouldContain(text => text.Target.EndsWith("#42", StringComparison.Ordinal));
        var kept = await gym.Record.ExamplesAsync();
        kept.Count.ShouldBe(47);
        kept.ShouldNotContain(example => example.Id == examples[0].Id);
        kept[0].EditedFrom.ShouldBe(examples[1].Id);
        report.Iterations[1].Dropped["rejected"].ShouldBe(1);
        (report.Iterations[1].Kept, report.Iterations[1].Shortfall).ShouldBe((47, 1));
        report.Iterations[1].Gates![^1].ShouldBe(new("review", 5, 1));
        report.Iterations[1].Approval.ShouldBe(new Approval(true, "ok"));

        var trace = await new TraceBuilder(FileArtifactStore.Open(gym.Folder.Artifacts), new SpyTask(gym.Spec.Task, new Diary()))
            .TraceAsync(await RunHistory.ReadAsync(gym.Folder, gym.Spec, default), kept[0].Id, default);
        trace.Curation.Gates[^1].ShouldBe("review: a person edited it");
        trace.Curation.DroppedFile.ShouldNotBeNull().Name.ShouldBe("iteration-01/dropped.jsonl");
    }

    private static Task<EpisodeReport> AnswerAsync(Gym gym, IReadOnlyList<Review> reviews) => gym.RunAsync(observer: new Approver(gym, new(true, "ok") { Reviews = reviews }));

    /// <summary>Answers as soon as a run waits for a person.</summary>
    private sealed class Approver(Gym gym, Approval answer) : IEngineObserver
    {
        public void StatusChanged(string instanceId, string status)
        {
            if (status.Contains(EpisodeStatus.WaitingForApproval, StringComparison.Ordinal))
            {
                gym.Engine!.RaiseEventAsync(instanceId, EpisodeNames.Approval(1), answer);
            }
        }

        public void ActivityStarted(ActivitySite activity, int attempt)
        {
        }

        public void ActivityProgress(ActivitySite activity, WorkProgress progress)
        {
        }

        public void ActivityCompleted(ActivitySite activity)
        {
        }

        public void ActivityRetrying(ActivitySite activity, int attempt, TimeSpan delay, string message)
        {
        }

        public void ActivityFailed(ActivitySite activity, int attempt, string message)
        {
        }
    }
}
