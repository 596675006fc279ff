using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Similarity;

namespace DataEnvGym.Core.Tests.Curation;

public sealed class SimilarityTests
{
    private const string Story = "A farmer packs 48 eggs into boxes of 6 and sells each box for 4 dollars how many dollars does she get";

    [Fact]
    public void Words_AnyText_AreItsRunsOfLettersAndDigitsInLowerCase() =>
        Shingles.Words("  Sam's 12 nuts,\n(É?) ").ShouldBe(["sam", "s", "12", "nuts", "é"]);

    // {abc, bcd, cde} and {bcd, cde, def}: two of four.
    [Fact]
    public void Jaccard_TwoOfFourShingles_IsAHalf() =>
        Shingles.Jaccard(Shingles.Of(Shingles.Words("a b c d e")), Shingles.Of(Shingles.Words("b c d e f"))).ShouldBe(0.5);

    [Theory]
    [InlineData("1 2 3", "2 3 4", 0.5)]
    [InlineData("5", "1 2 5", 1 / 3.0)]
    [InlineData("1 2 5", "5", 1 / 3.0)]
    [InlineData("1 2", "3 4", 0)]
    [InlineData("3 4", "1 2", 0)]
    [InlineData("", "", 0)]
    public void Jaccard_SortedSets_IsTheCommonPart(string a, string b, double similarity)
    {
        Shingles.Jaccard(Set(a), Set(b)).ShouldBe(similarity);

        static ulong[] Set(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ulong.Parse)];
    }

    [Fact]
    public void Shingles_FewerWordsThanOne_AreTheWholeText() => Shingles.Of(["a", "b"]).ShouldHaveSingleItem();

    // Without the end of a word, "ab c d" and "a bc d" would be one; a hash that threw bits away would make some of so many one.
    [Fact]
    public void Shingles_OtherWords_AreOthers()
    {
        string[] words = ["a", "b", "ab", "ba", "bb", "aa", .. Enumerable.Range(0, 20).Select(i => $"{i}")];
        var texts = (from a in words from b in words from c in words select (string[])[a, b, c]).ToList();

        texts.Select(text => Shingles.Of(text)[0]).Distinct().Count().ShouldBe(texts.Count);
    }

    // By (1 - s^rows)^(128 / rows) <= 0.001: at 0.531 and three rows it is 0.0011, at 0.534 it is 0.0009; at 0.01 even one row is not enough.
    [Theory]
    [InlineData(0.01, 128)]
    [InlineData(0.531, 64)]
    [InlineData(0.534, 42)]
    [InlineData(0.8, 25)]
    [InlineData(1, 1)]
    public void MinHash_Threshold_ChoosesTheLongestBandsThatStillFind(double threshold, int bands)
    {
        var hash = new MinHash(threshold);

        hash.Bands([1]).Length.ShouldBe(bands);
        hash.Bands([1]).Intersect(hash.Bands([2])).ShouldBeEmpty();
    }

    [Fact]
    public void MinHash_AtTheThreshold_ProposesNearlyAll()
    {
        var (hash, found) = (new MinHash(0.8), 0);
        for (var i = 0; i < 200; i++)
        {
            // 9 members, 8 of them in both: 8 / 10 is the similarity.
            ulong[] a = [.. Enumerable.Range(0, 9).Select(j => (ulong)((i * 1000) + j))];
            ulong[] b = [.. a.Take(8), (ulong)((i * 1000) + 99)];
            Shingles.Jaccard([.. a.Order()], [.. b.Order()]).ShouldBe(0.8);
            found += hash.Bands(a).Zip(hash.Bands(b)).Any(pair => pair.First == pair.Second) ? 1 : 0;
        }

        found.ShouldBeGreaterThanOrEqualTo(199);
    }

    [Theory]
    [InlineData("a b", "b c", "b")]
    [InlineData("a b c", "x b c y", "b c")]
    [InlineData("a b c d", "c d a b", "a b")]
    [InlineData("a b", "c d", "")]
    public void CommonRun_TwoTexts_IsTheLongestAndFirst(string a, string b, string run) => CommonRun.Longest(a.Split(' '), b.Split(' ')).ShouldBe(run);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void CommonRun_LongTexts_AreReadForTheirFirstThousandWords(int before, int beforeOther)
    {
        var words = Enumerable.Range(0, 1002).Select(i => $"{i}").ToList();

        CommonRun.Longest([.. Enumerable.Repeat("x", before), .. words], [.. Enumerable.Repeat("y", beforeOther), .. words]).ShouldBe(string.Join(' ', words.Take(999)));
    }

    // One band of all permutations: whoever is the same shares it.
    [Fact]
    public void MinHash_SameSetsWanted_AreOneBand()
    {
        var hash = new MinHash(1);

        hash.Bands([1, 2, 3]).ShouldHaveSingleItem().ShouldBe(hash.Bands([3, 1, 2])[0]);
        hash.Bands([1, 2, 4])[0].ShouldNotBe(hash.Bands([1, 2, 3])[0]);
    }

    [Fact]
    public void MinHash_StrangeSets_AreHardlyEverProposed()
    {
        var hash = new MinHash(0.8);
        var bands = Enumerable.Range(0, 100).Select(i => hash.Bands([.. Enumerable.Range(0, 9).Select(j => (ulong)((i * 1000) + j))])).ToList();

        bands.SelectMany(set => set).Distinct().Count().ShouldBe(bands.Sum(set => set.Length));
    }

    [Theory]
    [InlineData("Now: " + Story, true)]
    [InlineData("A baker packs 60 rolls into bags of 5 and sells each bag for 3 dollars how many dollars does he get", false)]
    public void Near_WordsInFront_AreFoundAndOtherStoriesAreNot(string prompt, bool isNear)
    {
        var gate = new NearDuplicateGate(new(), []);
        gate.Keep(Given.Draft(Story, order: "order-007"));

        var rejection = gate.Check(Given.Draft(prompt));

        (rejection?.Reason).ShouldBe(isNear ? "near-duplicate" : null);
        (rejection?.Detail.Contains("order-007", StringComparison.Ordinal) ?? false).ShouldBe(isNear);
    }

    [Fact]
    public void Near_ExaminedItem_IsNamedWithTheSpanThatIsShared()
    {
        var gate = new NearDuplicateGate(new(), [new("item-3", Story, "32")]);

        gate.Check(Given.Draft($"So: {Story}?"))
            .ShouldBe(new Rejection("near-contaminated", $"0.95 like item-3, with \"{Story.ToLowerInvariant()}\" in both"));
    }

    [Theory]
    [InlineData("one two three four five six seven", false)]
    [InlineData("one two three four five six seven eight", true)]
    public void Near_ShortQuestions_AreNotCompared(string prompt, bool isCompared)
    {
        var gate = new NearDuplicateGate(new(MinWords: 8), []);
        gate.Keep(Given.Draft(prompt));

        (gate.Check(Given.Draft(prompt)) is not null).ShouldBe(isCompared);
    }

    // {abc, bcd, cde} and {bcd, cde, def}: two of four.
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.51, false)]
    public void Near_JustAsSimilarAsTheBound_IsNear(double similarity, bool isNear)
    {
        var gate = new NearDuplicateGate(new(similarity, MinWords: 1), []);
        gate.Keep(Given.Draft("a b c d e"));

        (gate.Check(Given.Draft("b c d e f")) is not null).ShouldBe(isNear);
    }

    // The words are the same and stand elsewhere, so that hardly a run of three of them is left.
    [Fact]
    public void Semantic_SameWordsInAnotherOrder_AreFoundWhereNearIsBlind()
    {
        const string turned = "How many dollars does a farmer get if she packs 48 eggs into boxes of 6 and each box sells for 4 dollars";
        var (near, semantic) = (new NearDuplicateGate(new(), []), new SemanticGate(new(Cosine: 0.8), [new("item-1", "A train leaves at noon and arrives at three", "3")]));
        near.Keep(Given.Draft(Story));
        semantic.Keep(Given.Draft(Story));

        near.Check(Given.Draft(turned)).ShouldBeNull();
        semantic.Check(Given.Draft(turned)).ShouldNotBeNull().Reason.ShouldBe("similar");
        semantic.Check(Given.Draft("A pupil reads 15 pages a day for 6 days and then 20 more, how many are left of 140")).ShouldBeNull();
    }

    // " a b " has three runs of 3 characters, two of 4 and one of 5. In the corpus " a " stands in both texts, the other five in one.
    [Fact]
    public void TermWeights_RareRuns_WeighMore()
    {
        var rare = 1 + Math.Log(3 / 2.0);
        var length = Math.Sqrt(1 + (5 * rare * rare));

        new TermWeights(["a", "a b"]).VectorOf("a b").Select(pair => pair.Weight).Order()
            .ShouldBe([1 / length, .. Enumerable.Repeat(rare / length, 5)], 1e-12);
    }

    // " abcd " has four runs of 3 characters, three of 4 and two of 5.
    [Fact]
    public void TermWeights_Vector_IsSortedAndHasTheRunsOfThreeToFive()
    {
        var buckets = new TermWeights([]).VectorOf("abcd").Select(pair => pair.Bucket).ToList();

        buckets.Count.ShouldBe(4 + 3 + 2);
        buckets.ShouldBeInOrder();
    }

    // " a a " has " a " twice, and four other runs.
    [Fact]
    public void TermWeights_RepeatedRun_WeighsMoreByTheLogarithm()
    {
        var twice = 1 + Math.Log(2);
        var length = Math.Sqrt(4 + (twice * twice));

        new TermWeights([]).VectorOf("a a").Select(pair => pair.Weight).Order().ShouldBe([.. Enumerable.Repeat(1 / length, 4), twice / length], 1e-12);
    }

    // One run of characters, and so one weight of exactly 1.
    [Fact]
    public void Semantic_JustAsAlikeAsTheBound_IsFound()
    {
        var gate = new SemanticGate(new(Cosine: 1, MinWords: 1), []);
        gate.Keep(Given.Draft("a"));

        gate.Check(Given.Draft("a")).ShouldNotBeNull().Reason.ShouldBe("similar");
    }

    [Fact]
    public void Semantic_ShortQuestion_IsNotHeldAgainstALongOne()
    {
        var gate = new SemanticGate(new(Cosine: 0.3, MinWords: 8), []);
        gate.Keep(Given.Draft("one two three four five six seven"));

        gate.Check(Given.Draft("one two three four five six seven eight")).ShouldBeNull();
    }

    [Fact]
    public void Semantic_ExaminedItem_IsNamed()
    {
        var gate = new SemanticGate(new(), [new("item-9", Story, "32")]);

        var rejection = gate.Check(Given.Draft(Story.ToUpperInvariant())).ShouldNotBeNull();

        (rejection.Reason, rejection.Detail).ShouldBe(("similar-to-exam", "cosine 1.00 with item-9"));
    }

    [Fact]
    public void Known_Quota_IsThatOfTheOrderAndOnlyForWhatIsKnown()
    {
        var known = Enumerable.Range(0, 3).Select(i => Given.Draft($"known {i}")).ToList();
        var gate = new KnownGate(new(Keep: 0.25), known.ToHashSet(), [new("order-001", null, 8, [])]);
        var gates = new GateSequence([gate]);

        gates.Pass(Given.Draft("new")).ShouldBeNull();
        var outcomes = known.ConvertAll(gates.Pass);
        gates.Pass(Given.Draft("newer")).ShouldBeNull();

        outcomes.Select(rejection => rejection?.Reason).ShouldBe([null, null, "known"]);
    }
}
