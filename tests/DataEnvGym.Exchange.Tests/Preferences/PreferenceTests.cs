using System.Text.Json.Nodes;
using DataEnvGym.Core.Curation;
using DataEnvGym.Exchange.Preferences;
using DataEnvGym.Exchange.Tests.Support;

namespace DataEnvGym.Exchange.Tests.Preferences;

public sealed class PreferenceTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly SlashDomain domain = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void OfDrafts_RefutedDraftOfAKeptQuestion_IsAPair()
    {
        var pair = PreferencePair.OfDrafts(Given.Both, [Given.Dropped("2 + 2", "5", "disagreed")], domain).ShouldHaveSingleItem();

        pair.Chosen.ShouldBe(Given.Plain);
        (pair.Rejected.Origin, pair.Rejected.Text).ShouldBe(("draft", "by heart/5"));
    }

    [Fact]
    public async Task OfStudent_WrongAnswerToAKeptExample_IsAPairWithTheStudentsOwnWords()
    {
        StudentMiss[] misses = [new("ex-1", "two/5", "5"), new("ex-2", "", null), new("ex-9", "gone/1", "1"), new("ex-1", "two and two/4", "4")];

        var pairs = PreferencePair.OfStudent(Given.Both, misses, domain);

        pairs.ShouldBe([new(Given.Plain, new("student", "two/5", null, null, "wrong", "its answer is 5, and 4 was kept"))]);
        var file = await scratch.WriteAsync("own.jsonl", stream => PreferenceExport.WriteAsync(pairs, domain, stream, default));
        ChatValidator.Preference(file).ShouldBeEmpty();
        var metadata = JsonNode.Parse(File.ReadAllText(file))!["metadata"]!.AsObject();
        ((string?)metadata["origin"], metadata.ContainsKey("rejected_request")).ShouldBe(("student", false));
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
    public void OfDrafts_DraftThatWasDroppedForAnythingElse_IsNoPair(string reason) =>
        PreferencePair.OfDrafts(Given.Both, [Given.Dropped("2+2", "5", reason)], domain).ShouldBeEmpty();

    [Fact]
    public void OfDrafts_QuestionThatWasNotKept_IsNoPair() =>
        PreferencePair.OfDrafts(Given.Both, [Given.Dropped("2+3", "6", "disagreed")], domain).ShouldBeEmpty();

    [Fact]
    public void OfDrafts_TheSameResponse_IsNoPair()
    {
        var same = Given.Dropped("2+2", "4", "disagreed");
        PreferencePair.OfDrafts([Given.Plain], [same with { Draft = same.Draft with { Solution = Given.Plain.Solution } }], domain).ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_Pairs_IsValidAndSaysWhereTheyComeFrom()
    {
        var pairs = PreferencePair.OfDrafts(Given.Both, [Given.Dropped("2 + 2", "5", "disagreed")], domain);

        var file = await scratch.WriteAsync("pairs.jsonl", stream => PreferenceExport.WriteAsync(pairs, domain, stream, default));

        ChatValidator.Preference(file).ShouldBeEmpty();
        var line = JsonNode.Parse(File.ReadAllText(file))!;
        ((string?)line["prompt"], (string?)line["chosen"], (string?)line["rejected"]).ShouldBe(("2+2", "two and two/4", "by heart/5"));
        var metadata = line["metadata"]!;
        ((string?)metadata["id"], (string?)metadata["request"], (string?)metadata["rejected_request"], (string?)metadata["origin"]).ShouldBe(("ex-1", "call-3", "call-9", "draft"));
    }
}
