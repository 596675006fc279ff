using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Curation.Reviews;

/// <summary>What was decided about the examples of an iteration that waits for a person. It lies in a document until the iteration is approved of.</summary>
/// <param name="documents">Where.</param>
/// <param name="name">The document.</param>
public sealed class ReviewDecisions(IDocumentStore documents, string name)
{
    /// <summary>The decisions so far, at most one for each example.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Review>> ReadAsync(CancellationToken cancellationToken) =>
        (await documents.FindAsync(name, CoreJson.Default.IReadOnlyListReview, cancellationToken))?.Value ?? [];

    /// <summary>Notes decisions, in place of earlier ones about the same examples. Of two people who decide at once, none undoes what the other did about other examples.</summary>
    /// <param name="reviews">The decisions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>All decisions so far.</returns>
    public async Task<IReadOnlyList<Review>> AddAsync(IReadOnlyList<Review> reviews, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await documents.FindAsync(name, CoreJson.Default.IReadOnlyListReview, cancellationToken);
            IReadOnlyList<Review> all = [.. (known?.Value ?? []).Where(old => reviews.All(review => review.Example != old.Example)), .. reviews];
            if (known is null
                ? await documents.TryCreateAsync(name, all, CoreJson.Default.IReadOnlyListReview, cancellationToken)
                : await documents.TryReplaceAsync(name, all, CoreJson.Default.IReadOnlyListReview, known.Version, cancellationToken))
            {
                return all;
            }
        }
    }
}
