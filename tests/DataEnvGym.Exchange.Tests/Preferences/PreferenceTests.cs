using System.Text.Json.Nodes;
using DataEnvGym.Exchange.Preferences;
using DataEnvGym.Exchange.Tests.Support;

namespace DataEnvGym.Exchange.Tests.Preferences;

public sealed class PreferenceTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly SlashDomain domain = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("wrong")]
    [InlineData("disagreed")]
    public void Of_RefutedDraftOfAKeptQuestion_IsAPair(string reason)
    {
        var pair = PreferencePair.Of(Given.Both, [Given.Dropped("2 + 2", "5", reason)], domain).ShouldHaveSingleItem();

        pair.Chosen.ShouldBe(Given.Plain);
        pair.Rejected.Draft.Answer.ShouldBe("5");
    }

    // The gates did not look at whether these are right.
    [Theory]
    [InlineData("duplicate")]
    [InlineData("near-duplicate")]
    [InlineData("too-long")]
    [InlineData("contaminated")]
    [InlineData("unverified")]
    [InlineData("known")]
    [InlineData("surplus")]
    public void Of_DraftThatWasDroppedForAnythingElse_IsNoPair(string reason) =>
        PreferencePair.Of(Given.Both, [Given.Dropped("2+2", "5", reason)], domain).ShouldBeEmpty();

    [Fact]
    public void Of_QuestionThatWasNotKept_IsNoPair() =>
        PreferencePair.Of(Given.Both, [Given.Dropped("2+3", "6", "wrong")], domain).ShouldBeEmpty();

    [Fact]
    public void Of_TheSameResponse_IsNoPair()
    {
        var same = Given.Dropped("2+2", "4", "disagreed");
        PreferencePair.Of([Given.Plain], [same with { Draft = same.Draft with { Solution = Given.Plain.Solution } }], domain).ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_Pairs_IsValidAndSaysWhereTheyComeFrom()
    {
        var pairs = PreferencePair.Of(Given.Both, [Given.Dropped("2 + 2", "5", "wrong")], domain);

        var file = await scratch.WriteAsync("pairs.jsonl", stream => PreferenceExport.WriteAsync(pairs, domain, stream, default));

        ChatValidator.Preference(file).ShouldBeEmpty();
        var line = JsonNode.Parse(File.ReadAllText(file))!;
        ((string?)line["prompt"], (string?)line["chosen"], (string?)line["rejected"]).ShouldBe(("2+2", "two and two/4", "by heart/5"));
        var metadata = line["metadata"]!;
        ((string?)metadata["id"], (string?)metadata["request"], (string?)metadata["rejected_request"], (string?)metadata["reason"]).ShouldBe(("ex-1", "call-3", "call-9", "wrong"));
    }
}
