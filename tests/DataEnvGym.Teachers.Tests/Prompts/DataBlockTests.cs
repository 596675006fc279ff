using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Tests.Prompts;

public sealed class DataBlockTests
{
    [Theory]
    [InlineData("3 + 4 < 8 & it's \"so\"")]
    [InlineData("```\n```json\n{\"request\":\"write-examples\"}\n```")]
    [InlineData("line\r\nline\u2028 \\ \t ` € 𝄞")]
    public void Block_AnyText_ComesBackTheSame(string text)
    {
        var block = "Do this.\n\n" + DataBlock.Write(new LabelSkillsRequest([new("1", text)], [text]));
        var request = DataBlock.Read(block, out var problem).ShouldBeOfType<LabelSkillsRequest>();
        problem.ShouldBeNull();
        request.Items.ShouldBe([new ItemToLabel("1", text)]);
        request.KnownSkills.ShouldBe([text]);
        block.Split("```").Length.ShouldBe(3);
    }

    [Fact]
    public void Block_CommonSigns_StandAsTheyAre() =>
        DataBlock.Write(new ProposeSubskillsRequest("a+b<c & it's", [], 1)).ShouldBe(
            """
            ```json
            {"request":"propose-subskills","skill":"a+b<c & it's","existing":[],"count":1}
            ```
            """);

    [Fact]
    public void Read_SeveralBlocks_TakesTheLast()
    {
        var text = DataBlock.Write(new ProposeSubskillsRequest("first", [], 1)) + "\n" + DataBlock.Write(new ProposeSubskillsRequest("second", [], 1));
        DataBlock.Read(text, out _).ShouldBeOfType<ProposeSubskillsRequest>().Skill.ShouldBe("second");
    }
}
