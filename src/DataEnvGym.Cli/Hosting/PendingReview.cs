using DataEnvGym.Cli.Commands;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Local.Documents;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>The examples of an iteration that waits for a person, and what was decided about them so far. The decisions lie in the run's folder until the iteration is approved of.</summary>
internal sealed class PendingReview
{
    private readonly ReviewDecisions kept;

    private PendingReview(ReviewDecisions kept, IReadOnlyList<Example> examples, IReadOnlyList<ReviewWish> queue, IReadOnlyList<Review> decisions) =>
        (this.kept, Examples, Queue, Decisions) = (kept, examples, queue, decisions);

    /// <summary>All examples of the iteration.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>Those that a person is to look at.</summary>
    public IReadOnlyList<ReviewWish> Queue { get; }

    /// <summary>What was decided so far, at most once for each example.</summary>
    public IReadOnlyList<Review> Decisions { get; private set; }

    /// <summary>Reads the review of an iteration.</summary>
    /// <exception cref="UsageException">Its spec asks for none.</exception>
    public static async Task<PendingReview> ReadAsync(RunFolder folder, int iteration, CancellationToken cancellationToken)
    {
        var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
        if (spec.Curation.Review is null)
        {
            throw new UsageException($"{folder.Name} is approved as a whole; for a review of single examples start it with --set curation.review.share=0.05. Answer it: {UserCommand.Of("approve", folder)}");
        }

        var queue = await RunReader.ReadLastAsync(folder, iteration, "review", CoreJson.Default.ReviewWish, cancellationToken);
        var examples = await RunReader.ReadLastAsync(folder, iteration, "examples", CoreJson.Default.Example, cancellationToken);
        var kept = new ReviewDecisions(new FileDocumentStore(Path.Combine(folder.FullPath, "reviews")), $"iteration-{iteration:00}.json");
        return new(kept, examples, queue, await kept.ReadAsync(cancellationToken));
    }

    /// <summary>The example of an id.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public Example Find(string id) => Examples.FirstOrDefault(example => example.Id == id)
        ?? throw new UsageException($"there is no example {id} in this iteration.{Suggestion.DidYouMean(id, [.. Queue.Select(wish => wish.Example)])} See those to look at with review RUN list.");

    /// <summary>Notes decisions, in place of earlier ones about the same examples.</summary>
    public async Task DecideAsync(IReadOnlyList<Review> reviews, CancellationToken cancellationToken) => Decisions = await kept.AddAsync(reviews, cancellationToken);
}
