using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed class CurationRulesTests
{
    [Theory]
    [InlineData("""{ "solutions": 2, "agree": 3 }""", "curation.verify.agree: 3 solutions cannot agree when each question is solved 2 times; set it to 2 at the most.")]
    [InlineData("""{ "solutions": 0 }""", "curation.verify: with solutions 0 and no rubric nothing is verified")]
    [InlineData("""{ "solutions": 10 }""", "curation.verify.solutions")]
    public void Read_VerifyThatCannotBe_NamesTheFieldAndTheRemedy(string verify, string problem) =>
        Should.Throw<SpecException>(() => Read($$"""{ "verify": {{verify}} }""")).Message.ShouldContain(problem);

    [Fact]
    public void Read_VerifyWithSelection_IsRefused() =>
        Should.Throw<SpecException>(() => Read("""{ "verify": {} }""", """ "agent": { "kind": "selection" }, "environment": "open-ended", """))
            .Message.ShouldContain("curation.verify: agent.kind \"selection\" takes the task's own items");

    [Fact]
    public void Read_ReviewByNobody_IsRefused() =>
        Should.Throw<SpecException>(() => Read("""{ "review": {} }""")).Message.ShouldContain("curation.review: nobody is asked before training; set approval to \"before-training\"");

    [Fact]
    public void Read_EmptyParts_GetTheirDefaults()
    {
        var curation = Read("""{ "near": {}, "semantic": {}, "verify": { "rubric": {} }, "known": {} }""").Curation;

        (curation.Near, curation.Semantic, curation.Known).ShouldBe((new(0.8, 8), new(0.9, 8), new(0.25)));
        curation.Verify.ShouldBe(new(3, 2, new(RubricSpec.Default, 4), WhenInDoubt.Keep));
    }

    // Ids of specs follow from their JSON: what is left out must not be there.
    [Fact]
    public void Write_SpecWithoutTheNewParts_IsAsItWas() =>
        JsonSerializer.Serialize(new CurationSpec(), CoreJson.Default.CurationSpec)
            .ShouldBe("""{"maxPromptLength":4000,"maxSolutionLength":4000,"contaminationWords":13,"topUps":2}""");

    private static EpisodeSpec Read(string curation, string more = "") => SpecText.Read($$"""{ "curation": {{curation}}, {{more}} "stop": { "iterations": 1 } }""");
}
