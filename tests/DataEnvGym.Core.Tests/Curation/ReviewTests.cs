using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Tests.Curation;

public sealed class ReviewTests
{
    private static readonly EpisodeSpec Spec = Given.Spec with { Curation = new() { Verify = new(Rubric: new(Threshold: 3)), Review = new(Share: 0.1) } };

    [Fact]
    public void Queue_Doubtful_AreAllInItAndAShareOfTheOthers()
    {
        var kept = Enumerable.Range(0, 40).Select(i => (Example: Example($"ex-{i:00}"), Finding: (Finding?)new Finding(2, 0) { Score = 5 })).ToList();
        kept[4] = (kept[4].Example, new(2, 1) { Score = 5 });
        kept[5] = (kept[5].Example, new(2, 0) { Score = 3 });
        kept[3] = (kept[3].Example, new(0, 0) { Unverified = true });

        var queue = ReviewQueue.Fill(Spec, 1, kept);

        queue.Where(wish => wish.Why != "sampled").ShouldBe(
            [new("ex-03", "could not be verified"), new("ex-04", "1 of 3 solutions disagree"), new("ex-05", "the judge gave it 3 of 5")]);
        queue.Count.ShouldBeInRange(4, 7);
        ReviewQueue.Fill(Spec, 1, kept).ShouldBe(queue);
        ReviewQueue.Fill(Spec, 2, kept).ShouldNotBe(queue);
    }

    // The bound is where a doubt begins only if there is something better, and what is above it is not in doubt.
    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 4, false)]
    [InlineData(5, 5, false)]
    public void Queue_JudgedExample_IsInDoubtAtTheBound(int threshold, int score, bool isInDoubt)
    {
        var spec = Spec with { Curation = new() { Verify = new(Rubric: new(Threshold: threshold)), Review = new(Share: 0) } };

        ReviewQueue.Fill(spec, 1, [(Example("ex-1"), new(2, 0) { Score = score })]).Count.ShouldBe(isInDoubt ? 1 : 0);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 2)]
    [InlineData(0.2, 3)]
    [InlineData(1, 15)]
    public void Queue_NoDoubt_IsAShareRoundedUp(double share, int shown) =>
        ReviewQueue.Fill(Spec with { Curation = new() { Review = new(share) } }, 1, [.. Enumerable.Range(0, 15).Select(i => (Example($"ex-{i}"), (Finding?)null))])
            .Count.ShouldBe(shown);

    [Fact]
    public void Decisions_Each_AreCarriedOut()
    {
        Example[] examples = [Example("ex-1"), Example("ex-2"), Example("ex-3"), Example("ex-4")];
        Review[] reviews =
        [
            new("ex-1", ReviewVerdict.Reject) { Reason = "unclear" }, new("ex-2", ReviewVerdict.Edit) { Answer = "5" }, new("ex-3", ReviewVerdict.Reject),
            new("ex-3", ReviewVerdict.Approve), new("ex-99", ReviewVerdict.Reject),
        ];

        var reviewed = Carry(examples, [], reviews, WhenInDoubt.Keep);

        var drop = reviewed.Dropped.ShouldHaveSingleItem();
        (drop.Reason, drop.Detail, drop.Draft.Prompt).ShouldBe(("rejected", "unclear", "prompt of ex-1"));
        reviewed.Kept.Skip(1).ShouldBe([examples[2], examples[3]]);
        var edited = reviewed.Kept[0];
        (edited.Prompt, edited.Answer, edited.EditedFrom).ShouldBe(("prompt of ex-2", "5", "ex-2"));
        edited.Id.ShouldNotBe("ex-2");
    }

    [Theory]
    [InlineData(WhenInDoubt.Keep, 2)]
    [InlineData(WhenInDoubt.Drop, 1)]
    public void Unanswered_Shown_AreKeptOrDroppedAsTheSpecSays(WhenInDoubt unanswered, int kept)
    {
        var reviewed = Carry([Example("ex-1"), Example("ex-2")], [new("ex-1", "sampled")], [], unanswered);

        reviewed.Kept.Count.ShouldBe(kept);
        reviewed.Dropped.Select(drop => drop.Reason).ShouldBe(kept == 2 ? [] : ["unreviewed"]);
    }

    // A person can give the exam away, too.
    [Fact]
    public void Edited_ToAnExaminedQuestion_IsDropped()
    {
        var reviewed = Carry([Example("ex-1")], [], [new("ex-1", ReviewVerdict.Edit) { Prompt = "How much is 2+3?" }], WhenInDoubt.Keep);

        reviewed.Kept.ShouldBeEmpty();
        reviewed.Dropped.ShouldHaveSingleItem().Reason.ShouldBe("contaminated");
    }

    private static ReviewedExamples Carry(Example[] examples, ReviewWish[] queue, Review[] reviews, WhenInDoubt unanswered) =>
        new(examples, queue, reviews, unanswered, new([new ContaminationGate(new TextDomain(), [new("item-1", "how much is 2 + 3 ?", "5")], 13)]));

    private static Example Example(string id) =>
        new(id, $"prompt of {id}", "", "4", null, new("episode-1", 1, "teacher", "uniform", "order-001", new("writer", null, "request", [], 1)));
}
