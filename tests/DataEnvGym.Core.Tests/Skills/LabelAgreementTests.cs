using DataEnvGym.Core.Skills;

namespace DataEnvGym.Core.Tests.Skills;

public sealed class LabelAgreementTests
{
    private static readonly Taxonomy Start = Taxonomies.Of("add: 1 2 3", "carry: 4", "sub: 5 6");

    [Fact]
    public void Of_OtherNames_AgreesFully()
    {
        var agreement = LabelAgreement.Of(Start, Taxonomies.Of("x: 5 6", "y: 1 2 3", "z: 4"));
        (agreement.AdjustedRand, agreement.Kappa, agreement.Same, agreement.Items).ShouldBe((1, 1, 1, 6));
        agreement.Matches.Select(match => (match.First, match.Second)).ShouldBe([("add", "y"), ("carry", "z"), ("sub", "x")]);
    }

    // Five of six alike; by chance 2/6·3/6 + 1/6·1/6 + 3/6·2/6 … with add→{1,2}, sub→{3,5,6}: margins 3·2 + 1·1 + 2·3 = 13 of 36.
    [Fact]
    public void Of_OneItemElsewhere_GivesWorkedKappa()
    {
        var agreement = LabelAgreement.Of(Start, Taxonomies.Of("add: 1 2", "carry: 4", "sub: 3 5 6"));
        agreement.Kappa.ShouldBe(((5 / 6.0) - (13 / 36.0)) / (1 - (13 / 36.0)), 1e-12);
        agreement.Same.ShouldBe(5 / 6.0, 1e-12);
    }

    [Fact]
    public void Of_ItemsOfOneAlone_AreLeftOutAndCounted()
    {
        var agreement = LabelAgreement.Of(Start, Taxonomies.Of("add: 1 2 3 8", "sub: 5 6"));
        (agreement.Items, agreement.OnlyFirst, agreement.OnlySecond, agreement.Kappa).ShouldBe((5, 1, 1, 1));
    }

    [Fact]
    public void Of_NothingInCommon_IsRefused() =>
        Should.Throw<TaxonomyException>(() => LabelAgreement.Of(Start, Taxonomies.Of("add: 9"))).Message.ShouldContain("no common item");
}
