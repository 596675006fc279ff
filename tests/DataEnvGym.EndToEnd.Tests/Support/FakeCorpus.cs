using DataEnvGym.Core;
using DataEnvGym.Core.Students;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>Texts that no teacher would write.</summary>
internal sealed class FakeCorpus : IBaseCorpus
{
    public IReadOnlyList<TrainingText> Sample(StudentSpec student, int count, Rng rng) =>
        [.. Enumerable.Range(0, count).Select(_ => new TrainingText($"base-{rng.Next(1000)}\n", "#0"))];

    public static bool Wrote(TrainingText text) => text.Prompt.StartsWith("base-", StringComparison.Ordinal);
}
