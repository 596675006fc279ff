using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Gsm8k;

namespace DataEnvGym.Domains.Tests.Mathematics.Gsm8k;

public sealed class Gsm8kLoaderTests : IDisposable
{
    private const string Good =
        """{"question": "Tom has 48 pens and sells half. Left?", "answer": "Tom sells 48/2 = <<48/2=24>>24 pens.\nSo <<48-24=24>>24 are left.\n#### 24"}""";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task LoadAsync_GoodLine_IsAnItemWithoutAnnotations()
    {
        var items = await Load(Good);

        items.ShouldHaveSingleItem().ShouldBe(new Item("gsm8k/some/00001", "Tom has 48 pens and sells half. Left?", "24")
        {
            Solution = "Tom sells 48/2 = 24 pens.\nSo 24 are left.",
        });
    }

    [Theory]
    [InlineData("\n", 2)]
    [InlineData("\r\n", 2)]
    [InlineData("\n\n  \n", 2)]
    public async Task LoadAsync_LineEnds_DoNotMatter(string end, int count)
    {
        var items = await Load($"{Good}{end[..(end[0] == '\r' ? 2 : 1)]}{Good}{end}");

        items.Count.ShouldBe(count);
        items[1].Id.ShouldBe("gsm8k/some/00002");
    }

    [Fact]
    public async Task LoadAsync_LinesAcrossReadBuffers_AreWhole()
    {
        var lines = Enumerable.Range(0, 300).Select(i => $$"""{"question": "q{{i}} {{new string('x', i * 7)}}", "answer": "#### {{i}}"}""");

        var items = await Load(string.Join('\n', lines));

        items.Select(i => i.Reference).ShouldBe(Enumerable.Range(0, 300).Select(i => $"{i}"));
        items.ShouldAllBe(i => i.Prompt.EndsWith('x') || i.Prompt == "q0");
    }

    [Theory]
    [InlineData("not json", "no JSON object")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("null", "\"question\"")]
    [InlineData("{}", "\"question\"")]
    [InlineData("""{"question": "q"}""", "\"answer\"")]
    [InlineData("""{"question": " ", "answer": "#### 1"}""", "\"question\"")]
    [InlineData("""{"question": 5, "answer": "#### 1"}""", "no JSON object")]
    [InlineData("""{"question": "q", "answer": "1"}""", "####")]
    [InlineData("""{"question": "q", "answer": "1 ####"}""", "####")]
    [InlineData("""{"question": "q", "question": "r", "answer": "#### 1"}""", "each property once")]
    [InlineData("""{"question": "q", "answer": "#### 1"} {}""", "no JSON object")]
    [InlineData("", "blank")]
    public async Task LoadAsync_MalformedLine_NamesFileLineAndRemedy(string line, string what)
    {
        var error = await Should.ThrowAsync<TaskDataException>(() => Load($"{Good}\n{line}\n{Good}"));

        error.Message.ShouldContain("some.jsonl, line 2,");
        error.Message.ShouldContain(what);
    }

    [Fact]
    public async Task LoadAsync_MalformedLine_ShowsARightLineThatIsRight()
    {
        var error = await Should.ThrowAsync<TaskDataException>(() => Load("{}"));
        var shown = error.Message[error.Message.IndexOf('{')..(error.Message.LastIndexOf('}') + 1)];

        (await Load(shown)).ShouldHaveSingleItem().Reference.ShouldBe("5");
    }

    [Fact]
    public async Task LoadAsync_EndlessLine_IsRefused()
    {
        var error = await Should.ThrowAsync<TaskDataException>(() => Load($"{Good}\n{new string('x', 100_000)}"));

        error.Message.ShouldContain("line 2, is longer than 65536 characters");
    }

    [Fact]
    public async Task LoadAsync_NotUtf8_IsRefused()
    {
        var path = folder.Write("some.jsonl", "");
        await File.WriteAllBytesAsync(path, [0x7b, 0xff, 0xfe, 0x7d]);

        (await Should.ThrowAsync<TaskDataException>(() => Gsm8kLoader.LoadAsync(path, default))).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public async Task LoadAsync_NoFile_NamesThePath()
    {
        var path = Path.Combine(folder.Path, "none.jsonl");

        (await Should.ThrowAsync<TaskDataException>(() => Gsm8kLoader.LoadAsync(path, default))).Message.ShouldContain(path);
    }

    private Task<IReadOnlyList<Item>> Load(string text) => Gsm8kLoader.LoadAsync(folder.Write("some.jsonl", text), default);
}
