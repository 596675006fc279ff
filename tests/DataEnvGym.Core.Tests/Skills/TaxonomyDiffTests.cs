using DataEnvGym.Core.Skills;

namespace DataEnvGym.Core.Tests.Skills;

public sealed class TaxonomyDiffTests
{
    private static readonly Taxonomy Start = Taxonomies.Of("add: 1 2 3", "carry: 4", "sub: 5 6");

    [Fact]
    public void Between_Itself_IsEmpty() => TaxonomyDiff.Between(Start, Start).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Between_Renamed_SaysOnlyThat()
    {
        var diff = TaxonomyDiff.Between(Start, TaxonomyEdits.Rename(Start, "add", "plus"));
        diff.Renamed.ShouldBe([new("add", "plus")]);
        (diff.Added.Count, diff.Removed.Count, diff.Moved.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Between_NamesExchanged_AreTwoRenames() => TaxonomyDiff.Between(Start, Taxonomies.Of("add: 5 6", "carry: 4", "sub: 1 2 3"))
        .Renamed.ShouldBe([new("add", "sub"), new("sub", "add")]);

    [Fact]
    public void Between_MergedAndSplit_SaysWhich()
    {
        var merged = TaxonomyDiff.Between(Start, TaxonomyEdits.Merge(Start, "sums", ["add", "carry"]));
        var change = merged.Merged.ShouldHaveSingleItem();
        (string.Join(' ', change.Before), change.After).ShouldBe(("add carry", "sums"));
        (merged.Added.Count, merged.Removed.Count, merged.Moved.Count, merged.Renamed.Count).ShouldBe((0, 0, 0, 0));

        var split = TaxonomyDiff.Between(Start, TaxonomyEdits.Split(Start, "add", ["2"], "tens"));
        var parts = split.Split.ShouldHaveSingleItem();
        (parts.Before, string.Join(' ', parts.After)).ShouldBe(("add", "add tens"));
        (split.Added.Count, split.Moved.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Between_AnItemElsewhere_IsMovedAndItsSkillsStay()
    {
        var diff = TaxonomyDiff.Between(Start, Taxonomies.Of("add: 1 2", "carry: 4", "sub: 3 5 6"));
        diff.Moved.ShouldBe([new("3", "add", "sub")]);
        (diff.Renamed.Count, diff.Merged.Count, diff.Split.Count, diff.Added.Count, diff.Removed.Count).ShouldBe((0, 0, 0, 0, 0));
    }

    [Fact]
    public void Between_SkillsAndItemsThatOnlyOneHas_AreListed()
    {
        var diff = TaxonomyDiff.Between(Start, Taxonomies.Of("add: 1 2 3", "mul: 8", "sub: 5 6 7"));
        diff.Added.ShouldBe(["mul"]);
        diff.Removed.ShouldBe(["carry"]);
        diff.Assigned.ShouldBe(["7", "8"]);
        diff.Unassigned.ShouldBe(["4"]);
    }
}
