using DataEnvGym.Core.Curation.Reviews;

namespace DataEnvGym.Core.Tests.Curation;

public sealed class ReviewDecisionsTests
{
    private readonly MemoryDocuments documents = new();

    private ReviewDecisions Decisions => new(documents, "reviews/iteration-01.json");

    // Another person decides between the reading and the writing, about the first example and then about a later one.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Add_SomebodyElseMeanwhile_KeepsBoth(int before)
    {
        for (var i = 0; i < before; i++)
        {
            await Decisions.AddAsync([new($"ex-{i}", ReviewVerdict.Approve)], default);
        }

        documents.Meanwhile = () => Decisions.AddAsync([new("ex-theirs", ReviewVerdict.Reject)], default);
        await Decisions.AddAsync([new("ex-mine", ReviewVerdict.Approve)], default);

        (await Decisions.ReadAsync(default)).Select(review => review.Example).ShouldBe([.. Enumerable.Range(0, before).Select(i => $"ex-{i}"), "ex-theirs", "ex-mine"]);
    }

    [Fact]
    public async Task Add_SameExampleAgain_TakesTheLaterDecision()
    {
        await Decisions.AddAsync([new("ex-1", ReviewVerdict.Reject), new("ex-2", ReviewVerdict.Reject)], default);

        (await Decisions.AddAsync([new("ex-3", ReviewVerdict.Reject), new("ex-1", ReviewVerdict.Approve)], default))
            .ShouldBe([new("ex-2", ReviewVerdict.Reject), new("ex-3", ReviewVerdict.Reject), new("ex-1", ReviewVerdict.Approve)]);
    }
}
