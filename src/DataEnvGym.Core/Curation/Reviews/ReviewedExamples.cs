using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curation.Reviews;

/// <summary>What a person's decisions make of the examples of an iteration.</summary>
internal sealed class ReviewedExamples
{
    private readonly List<Example> kept = [];
    private readonly List<DroppedDraft> dropped = [];

    /// <summary>Carries decisions out.</summary>
    /// <param name="examples">All kept examples.</param>
    /// <param name="queue">Those that were shown.</param>
    /// <param name="reviews">The decisions; of two about one example, the later one counts. One about an example that was not kept is left out.</param>
    /// <param name="unanswered">What becomes of a shown example without a decision.</param>
    /// <param name="gates">Edited examples must pass them.</param>
    public ReviewedExamples(
        IEnumerable<Example> examples, IEnumerable<ReviewWish> queue, IEnumerable<Review> reviews, WhenInDoubt unanswered, GateSequence gates)
    {
        var shown = queue.Select(wish => wish.Example).ToHashSet(StringComparer.Ordinal);
        var decisions = new Dictionary<string, Review>(StringComparer.Ordinal);
        foreach (var review in reviews)
        {
            decisions[review.Example] = review;
        }

        foreach (var example in examples)
        {
            if (decisions.TryGetValue(example.Id, out var review))
            {
                Decide(example, review, gates);
            }
            else if (shown.Contains(example.Id) && unanswered == WhenInDoubt.Drop)
            {
                Drop(ToDraft(example), new("unreviewed", "nobody looked at it before the iteration was approved of"));
            }
            else
            {
                kept.Add(example);
            }
        }
    }

    /// <summary>What is trained on.</summary>
    public IReadOnlyList<Example> Kept => kept;

    /// <summary>What is not.</summary>
    public IReadOnlyList<DroppedDraft> Dropped => dropped;

    private void Decide(Example example, Review review, GateSequence gates)
    {
        var draft = ToDraft(example) with
        {
            Prompt = review.Prompt ?? example.Prompt,
            Solution = review.Solution ?? example.Solution,
            Answer = review.Answer ?? example.Answer,
        };
        if (review.Verdict == ReviewVerdict.Reject)
        {
            Drop(ToDraft(example), new("rejected", review.Reason ?? "by a person, without a reason"));
        }
        else if (review.Verdict == ReviewVerdict.Edit && gates.Pass(draft) is { } rejection)
        {
            Drop(draft, rejection);
        }
        else
        {
            kept.Add(review.Verdict == ReviewVerdict.Edit ? Edit(example, draft) : example);
        }
    }

    private void Drop(Draft draft, Rejection rejection) => dropped.Add(new(draft, rejection.Reason, rejection.Detail));

    private static Example Edit(Example example, Draft draft) => example with
    {
        Id = ExampleId.Of(example.Provenance.Episode, example.Provenance.Iteration, draft),
        Prompt = draft.Prompt,
        Solution = draft.Solution,
        Answer = draft.Answer,
        EditedFrom = example.Id,
    };

    private static Draft ToDraft(Example example) =>
        new(example.Provenance.Order, example.Skill, example.Prompt, example.Solution, example.Answer, example.Provenance.Source) { Check = example.Check };
}
