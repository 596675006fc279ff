using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class AgreementTests
{
    // Yeung and Ruzzo 2001, "Details of the adjusted Rand index", table 2: 0.313.
    [Fact]
    public void AdjustedRand_YeungAndRuzzo_GivesPublishedValue() =>
        AdjustedRand.Index(Table([1, 1, 0], [1, 2, 1], [0, 0, 4])).ShouldBe(0.3126, 5e-5);

    // By hand: two pairs together in the first, one in the second, one in both, of six: (1 − 2·1/6) / (1.5 − 2·1/6) = 4/7.
    [Theory]
    [InlineData("aabb", "xxyy", 1)]
    [InlineData("aabb", "yyxx", 1)]
    [InlineData("aabb", "xxyz", 4 / 7.0)]
    [InlineData("aabb", "xyxy", -0.5)]
    [InlineData("aaaa", "xyzw", 0)]
    [InlineData("aaaa", "xxxx", 1)]
    [InlineData("abcd", "wxyz", 1)]
    [InlineData("a", "x", 1)]
    public void AdjustedRand_SmallGroupings_GivesWorkedValue(string first, string second, double index) =>
        AdjustedRand.Index(Table(first, second)).ShouldBe(index, 1e-12);

    [Fact]
    public void AdjustedRand_RandomGroupings_IsAboutZero()
    {
        var rng = Rng.For(1, "agreement");
        var index = Enumerable.Range(0, 200).Average(_ => AdjustedRand.Index(
            ContingencyTable.Of([.. Enumerable.Range(0, 60).Select(_ => ($"{rng.Next(4)}", $"{rng.Next(4)}"))])));
        index.ShouldBe(0, 0.01);
    }

    // Fleiss, Levin and Paik 2003, "Statistical methods for rates and proportions", table 18.1: 0.68 for 100 subjects and three diagnoses.
    [Fact]
    public void Kappa_Fleiss_GivesPublishedValue() => CohenKappa.Of(Table([75, 1, 4], [5, 4, 1], [0, 0, 10]), [0, 1, 2]).ShouldBe(0.23 / 0.34, 1e-12);

    // 20 and 15 of 50 alike, margins 25/25 and 30/20: (0.7 − 0.5) / 0.5.
    [Fact]
    public void Kappa_TwoLabels_GivesWorkedValue() => CohenKappa.Of(Table([20, 5], [10, 15]), [0, 1]).ShouldBe(0.4, 1e-12);

    [Theory]
    [InlineData("aabb", "aabb", 1)]
    [InlineData("aabb", "bbaa", -1)]
    [InlineData("aabb", "abab", 0)]
    [InlineData("aaaa", "aaaa", 1)]
    [InlineData("aabb", "xxyy", 0)]
    public void Kappa_ByName_GivesWorkedValue(string first, string second, double kappa) => CohenKappa.Of(Table(first, second)).ShouldBe(kappa, 1e-12);

    // Taking the largest cell first gives 7 + 0; the best is 6 + 5.
    [Fact]
    public void BestMatching_GreedyWouldBeWorse_FindsTheBest() => BestMatching.Of(Table([7, 6], [5, 0])).ShouldBe([1, 0]);

    [Fact]
    public void BestMatching_RowsAndColumnsInAnyNumber_LeavesTheRestWithoutPartner()
    {
        BestMatching.Of(Table([1, 9, 0], [2, 0, 0])).ShouldBe([1, 0]);
        BestMatching.Of(Table([1, 2], [9, 0], [0, 3])).ShouldBe([-1, 0, 1]);
        BestMatching.Of(Table([4, 0], [3, 0], [0, 1])).ShouldBe([0, -1, 1]);
        BestMatching.Of(Table([4, 1], [3, 0])).ShouldBe([0, -1]);
    }

    [Fact]
    public void BestMatching_RandomTables_IsAsGoodAsTryingAll()
    {
        var rng = Rng.For(2, "matching");
        for (var round = 0; round < 50; round++)
        {
            var table = Table([.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 5).Select(_ => rng.Next(9)).ToArray())]);
            var found = BestMatching.Of(table).Select((column, row) => column < 0 ? 0 : table.Counts[row][column]).Sum();
            found.ShouldBe(BestOfAll(table, 0, []));
        }
    }

    private static int BestOfAll(ContingencyTable table, int row, int[] taken) => row == table.Rows.Count
        ? 0
        : Enumerable.Range(0, table.Columns.Count).Except(taken).Max(column => table.Counts[row][column] + BestOfAll(table, row + 1, [.. taken, column]));

    private static ContingencyTable Table(string first, string second) =>
        ContingencyTable.Of([.. first.Zip(second, (a, b) => ($"{a}", $"{b}"))]);

    private static ContingencyTable Table(params int[][] counts) => new(
        [.. counts.Select((_, row) => $"row-{row}")], [.. counts[0].Select((_, column) => $"column-{column}")], counts);
}
