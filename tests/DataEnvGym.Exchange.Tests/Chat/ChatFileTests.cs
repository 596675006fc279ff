using DataEnvGym.Exchange.Chat;
using DataEnvGym.Exchange.Tests.Support;

namespace DataEnvGym.Exchange.Tests.Chat;

public sealed class ChatFileTests : IDisposable
{
    private readonly Scratch scratch = new();

    public static TheoryData<ChatFormat> Formats => [.. Enum.GetValues<ChatFormat>()];

    public void Dispose() => scratch.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Export_AnyFormat_IsValidByItsPublicDescription(ChatFormat format)
    {
        var file = await ExportAsync(format);

        var problems = format switch
        {
            ChatFormat.OpenAI => ChatValidator.OpenAI(file),
            ChatFormat.ShareGpt => ChatValidator.ShareGpt(file),
            _ => ChatValidator.Alpaca(file),
        };

        problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Import_OfAnExport_GivesTheVeryExamples(ChatFormat format) =>
        Scratch.Lines(await ChatImport.ReadAsync(format, await ExportAsync(format), default)).ShouldBe(Scratch.Lines(Given.Both));

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Export_Twice_IsTheSameBytes(ChatFormat format) =>
        File.ReadAllBytes(await ExportAsync(format, "a.jsonl")).ShouldBe(File.ReadAllBytes(await ExportAsync(format, "b.jsonl")));

    [Fact]
    public async Task Export_OpenAI_HoldsQuestionAndResponseAlone()
    {
        var file = await ExportAsync(ChatFormat.OpenAI);

        File.ReadLines(file).First().ShouldBe("""{"messages":[{"role":"user","content":"2+2"},{"role":"assistant","content":"two and two/4"}]}""");
        File.ReadLines(scratch.PathOf("train.provenance.jsonl")).First().ShouldStartWith("""{"id":"ex-1","episode":"math-1","iteration":1,"agent":"teacher","policy":"uniform","order":"order-001","teacher":"offline/1","request":"call-3","source_errors":["probe-1","probe-2"],"seed":"18446744073709551615",""");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Import_OfAnEditedLine_SaysWhichAndWhatToDo(ChatFormat format)
    {
        var file = await ExportAsync(format);
        File.WriteAllText(file, File.ReadAllText(file).Replace("two and two/4", "two and two/5", StringComparison.Ordinal));

        var error = await Should.ThrowAsync<ExchangeException>(() => ChatImport.ReadAsync(format, file, default));

        error.Message.ShouldStartWith($"{file}, line 1: its text is not the one that its metadata describe");
    }

    [Fact]
    public async Task Import_MetadataOfFewerLines_IsRefused()
    {
        var file = await ExportAsync(ChatFormat.OpenAI);
        File.WriteAllText(file, File.ReadLines(file).First() + "\n");

        (await Should.ThrowAsync<ExchangeException>(() => ChatImport.ReadAsync(ChatFormat.OpenAI, file, default))).Message.ShouldContain("has 1 lines and");
    }

    [Theory]
    [InlineData(ChatFormat.OpenAI, """{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A","weight":1}]}""", "Q")]
    [InlineData(ChatFormat.ShareGpt, """{"conversations":[{"from":"human","value":"Q"},{"from":"gpt","value":"A"}],"source":"x"}""", "Q")]
    [InlineData(ChatFormat.Alpaca, """{"instruction":"Q","input":"C","output":"A"}""", "Q\n\nC")]
    public async Task Import_LineOfAnotherProgram_IsAnExampleThatNamesIt(ChatFormat format, string line, string prompt)
    {
        var file = scratch.Write("foreign.jsonl", $"\n{line}\n");

        var example = (await ChatImport.ReadAsync(format, file, default)).ShouldHaveSingleItem();

        (example.Prompt, example.Solution, example.Answer).ShouldBe((prompt, "", "A"));
        example.Provenance.Source.Request.ShouldBe("foreign.jsonl:2");
        example.Provenance.Iteration.ShouldBe(0);
    }

    [Theory]
    [InlineData(ChatFormat.OpenAI, """{"messages":[{"role":"system","content":"S"},{"role":"user","content":"Q"},{"role":"assistant","content":"A"}]}""", "its messages are not one turn of \"user\"")]
    [InlineData(ChatFormat.OpenAI, """{"message":[]}""", "is no such line")]
    [InlineData(ChatFormat.OpenAI, """{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":" "}]}""", "its question or its response is empty")]
    [InlineData(ChatFormat.ShareGpt, """{"conversations":[{"from":"gpt","value":"A"},{"from":"human","value":"Q"}]}""", "its conversations are not one turn of \"human\"")]
    [InlineData(ChatFormat.Alpaca, """{"instruction":"Q"}""", "is no such line")]
    [InlineData(ChatFormat.Alpaca, "null", "is no such line")]
    [InlineData(ChatFormat.Alpaca, "[", "is no such line")]
    public async Task Import_LineThatIsNoExample_IsNamed(ChatFormat format, string line, string problem)
    {
        var file = scratch.Write("bad.jsonl", $"{line}\n");

        (await Should.ThrowAsync<ExchangeException>(() => ChatImport.ReadAsync(format, file, default))).Message.ShouldStartWith($"{file}, line 1: {problem}");
    }

    [Fact]
    public async Task Import_NoFile_IsNamed() =>
        (await Should.ThrowAsync<ExchangeException>(() => ChatImport.ReadAsync(ChatFormat.Alpaca, scratch.PathOf("x"), default))).Message.ShouldStartWith("there is no file ");

    private async Task<string> ExportAsync(ChatFormat format, string name = "train.jsonl")
    {
        if (ChatExport.HasOwnMetadataFile(format))
        {
            await scratch.WriteAsync(ChatExport.MetadataFileOf(name), stream => ChatExport.WriteMetadataAsync(Given.Texts, stream, default));
        }

        return await scratch.WriteAsync(name, stream => ChatExport.WriteAsync(format, Given.Texts, stream, default));
    }
}
