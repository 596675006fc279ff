using DataEnvGym.Core.Students;
using DataEnvGym.Students.Training;

namespace DataEnvGym.Students.Tests;

public sealed class BatchOrderTests
{
    private static readonly List<EncodedExample> Examples =
        Enumerable.Range(0, 103).Select(i => EncodedExample.From(new TrainingText(new string('a', 1 + (i * 37 % 50)), "b"))).ToList();

    [Fact]
    public void Batches_OneEpoch_HoldsEveryExampleOnce()
    {
        var epoch = BatchOrder.Batches(Examples, 8, 1).Take(BatchOrder.PerEpoch(Examples.Count, 8)).ToList();

        epoch.SelectMany(batch => batch).Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(103);
        epoch.Sum(batch => batch.Length).ShouldBe(103);
        epoch.Max(batch => batch.Length).ShouldBe(8);
    }

    [Fact]
    public void Batches_SameSeed_SameOrder_OtherSeedOrEpoch_OtherOrder()
    {
        List<EncodedExample> Take(ulong seed, int skip) => BatchOrder.Batches(Examples, 8, seed).Skip(skip).Take(13).SelectMany(batch => batch).ToList();

        Take(1, 0).SequenceEqual(Take(1, 0), ReferenceEqualityComparer.Instance).ShouldBeTrue();
        Take(1, 0).SequenceEqual(Take(2, 0), ReferenceEqualityComparer.Instance).ShouldBeFalse();
        Take(1, 0).SequenceEqual(Take(1, 13), ReferenceEqualityComparer.Instance).ShouldBeFalse();
    }

    [Fact]
    public void Batches_MixedLengths_PadLessThanUnsortedOnes()
    {
        static int Padded(IEnumerable<EncodedExample[]> batches) => batches.Sum(batch => batch.Length * batch.Max(row => row.Length));

        var sorted = Padded(BatchOrder.Batches(Examples, 8, 1).Take(13));

        sorted.ShouldBeLessThan(Padded(Examples.Chunk(8)) * 4 / 5);
    }

    [Fact]
    public void Batches_NoExamples_IsEmpty() => BatchOrder.Batches([], 8, 1).ShouldBeEmpty();

    [Fact]
    public void PerEpoch_IncompleteBatch_CountsIt() => BatchOrder.PerEpoch(103, 8).ShouldBe(13);
}
