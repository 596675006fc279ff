namespace DataEnvGym.Core.Tests;

public sealed class RngTests
{
    // Every id, plan and batch order hangs on these numbers. They were computed with another program from the published algorithm.
    [Fact]
    public void NextUInt64_KnownScope_GivesKnownValues()
    {
        var rng = Rng.For(7, "errors", "iteration-2");

        ulong[] drawn = [rng.NextUInt64(), rng.NextUInt64(), rng.NextUInt64(), rng.NextUInt64()];

        drawn.ShouldBe([15842122627216150880, 11917148952483589573, 14504614552783276099, 11614690613110063213]);
        Rng.For(0).NextUInt64().ShouldBe(15031707394649307609UL);
    }

    [Fact]
    public void NextDouble_KnownScope_GivesKnownValues()
    {
        var rng = Rng.For(7, "errors", "iteration-2");

        double[] drawn = [rng.NextDouble(), rng.NextDouble(), rng.NextDouble()];

        drawn.ShouldBe([0.8588031884604759, 0.646029939205803, 0.7862967304596246]);
    }

    [Fact]
    public void Next_KnownScope_GivesKnownValues()
    {
        var rng = Rng.For(7, "next");

        Enumerable.Range(0, 12).Select(_ => rng.Next(10)).ShouldBe([0, 0, 0, 3, 0, 5, 2, 6, 7, 2, 8, 3]);
    }

    [Fact]
    public void For_OtherSeedOrScope_GivesOtherStream()
    {
        ulong[] first =
        [
            Rng.For(1, "a").NextUInt64(), Rng.For(2, "a").NextUInt64(), Rng.For(1, "b").NextUInt64(), Rng.For(1).NextUInt64(),
            Rng.For(1, "a", "b").NextUInt64(), Rng.For(1, "b", "a").NextUInt64(), Rng.For(1, "ab").NextUInt64(),
        ];

        first.Distinct().Count().ShouldBe(first.Length);
    }

    [Fact]
    public void For_StreamsOfTwoScopes_DoNotDisturbEachOther()
    {
        var alone = Rng.For(1, "b").NextUInt64();
        var other = Rng.For(1, "a");
        var stream = Rng.For(1, "b");

        other.NextUInt64();

        stream.NextUInt64().ShouldBe(alone);
        Rng.Derive(1, "b").ShouldBe(alone);
    }

    // Standard deviation of each count is 92, so 400 is beyond four of them.
    [Fact]
    public void Next_SmallBound_HitsEveryValueEquallyOften()
    {
        var rng = Rng.For(1, "bounds");
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[rng.Next(7)]++;
        }

        counts.ShouldAllBe(count => Math.Abs(count - 10_000) < 400);
    }

    [Fact]
    public void Next_BoundOfOne_IsZero() => Rng.For(1).Next(1).ShouldBe(0);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Next_BoundNotPositive_Throws(int bound) => Should.Throw<ArgumentOutOfRangeException>(() => Rng.For(1).Next(bound));

    [Fact]
    public void Between_SmallRange_ReachesBothEndsAndNoMore()
    {
        var rng = Rng.For(1, "between");

        Enumerable.Range(0, 200).Select(_ => rng.Between(-2, 2)).Distinct().Order().ShouldBe([-2, -1, 0, 1, 2]);
    }

    [Fact]
    public void Shuffle_AnyArray_IsPermutationInOtherOrder()
    {
        var numbers = Enumerable.Range(0, 100).ToArray();

        Rng.For(1, "shuffle").Shuffle(numbers.AsSpan());

        numbers.ShouldNotBe(Enumerable.Range(0, 100));
        numbers.Order().ShouldBe(Enumerable.Range(0, 100));
    }

    // 6 orders of 3 elements, 1000 each on average, standard deviation 29.
    [Fact]
    public void Shuffle_ManyTimes_GivesEveryOrderEquallyOften()
    {
        var rng = Rng.For(1, "orders");

        var counts = Enumerable.Range(0, 6000).Select(_ => Shuffled(rng)).CountBy(order => order).ToDictionary();

        counts.Count.ShouldBe(6);
        counts.Values.ShouldAllBe(count => Math.Abs(count - 1000) < 130);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 30)]
    [InlineData(100, 100)]
    [InlineData(500, 100)]
    public void Sample_OfHundred_TakesSoManyWithoutRepeats(int asked, int taken)
    {
        var list = Enumerable.Range(0, 100).ToList();

        var sample = Rng.For(1, "sample").Sample(list, asked);

        sample.Count.ShouldBe(taken);
        sample.Distinct().Count().ShouldBe(taken);
        sample.ShouldBeSubsetOf(list);
        list.ShouldBe(Enumerable.Range(0, 100), "the list sampled from must not change");
    }

    // Every element is in a sample of 3 of 10 with probability 0.3: 3000 of 10 000, standard deviation 46.
    [Fact]
    public void Sample_ManyTimes_TakesEveryElementEquallyOften()
    {
        var rng = Rng.For(1, "fair");
        var list = Enumerable.Range(0, 10).ToList();

        var counts = Enumerable.Range(0, 10_000).SelectMany(_ => rng.Sample(list, 3)).CountBy(x => x).ToDictionary();

        counts.Count.ShouldBe(10);
        counts.Values.ShouldAllBe(count => Math.Abs(count - 3000) < 200);
    }

    private static string Shuffled(Rng rng)
    {
        var letters = "abc".ToCharArray();
        rng.Shuffle(letters.AsSpan());
        return new(letters);
    }
}
