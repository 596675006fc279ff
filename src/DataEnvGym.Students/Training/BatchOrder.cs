using DataEnvGym.Core;

namespace DataEnvGym.Students.Training;

/// <summary>
/// Deals examples into batches of similar length: an epoch is shuffled, each window of eight batches is sorted by length, and the batches
/// are shuffled again. Every example comes once per epoch.
/// </summary>
internal static class BatchOrder
{
    private const int Window = 8;

    /// <summary>Batches in one epoch.</summary>
    public static int PerEpoch(int examples, int batchSize) => (examples + batchSize - 1) / batchSize;

    /// <summary>Epoch after epoch, without end; none when there is no example.</summary>
    public static IEnumerable<EncodedExample[]> Batches(IReadOnlyList<EncodedExample> examples, int batchSize, ulong seed)
    {
        for (var epoch = 0; examples.Count > 0; epoch++)
        {
            foreach (var batch in Epoch(examples, batchSize, Rng.For(seed, "batches", $"epoch-{epoch}")))
            {
                yield return batch;
            }
        }
    }

    private static EncodedExample[][] Epoch(IReadOnlyList<EncodedExample> examples, int batchSize, Rng rng)
    {
        var size = Math.Min(batchSize, examples.Count);
        var shuffled = examples.ToArray();
        rng.Shuffle<EncodedExample>(shuffled);
        var batches = shuffled
            .Chunk(checked(size * Window))
            .SelectMany(window => window.OrderBy(example => example.Length).Chunk(size))
            .ToArray();
        rng.Shuffle<EncodedExample[]>(batches);
        return batches;
    }
}
