using DataEnvGym.Exchange.Tables;
using DataEnvGym.Exchange.Tests.Support;
using ParquetSharp;
using YamlDotNet.Serialization;

namespace DataEnvGym.Exchange.Tests.Tables;

/// <summary>Tables are read with Apache Arrow's own reader (ParquetSharp wraps it), which has not written them.</summary>
public sealed class DatasetTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Table_ReadByArrow_HoldsEveryRowAndColumn()
    {
        var file = await WriteTableAsync("a.parquet");

        using var reader = new ParquetFileReader(file);
        reader.FileMetaData.NumRows.ShouldBe(2);
        using var group = reader.RowGroup(0);
        Column<string>("id").ShouldBe(["ex-1", "ex-2"]);
        Column<string>("prompt").ShouldBe(Given.Both.Select(example => example.Prompt));
        Column<string>("response").ShouldBe(Given.Texts.Select(text => text.Response));
        Column<string>("solution").ShouldBe(["two and two", ""]);
        Column<string>("answer").ShouldBe(Given.Both.Select(example => example.Answer));
        Column<string?>("check").ShouldBe([null, "assert f(1) == 2"]);
        Column<string?>("skill").ShouldBe(["add", null]);
        Column<string>("episode").ShouldBe(["math-1", "math-1"]);
        Column<int>("iteration").ShouldBe([1, 2]);
        Column<string>("agent").ShouldBe(["teacher", "selection"]);
        Column<string>("policy").ShouldBe(["uniform", "none"]);
        Column<string>("order").ShouldBe(["order-001", "order-002"]);
        Column<string>("teacher").ShouldBe(["offline/1", "train"]);
        Column<string?>("prompt_hash").ShouldBe(["ab12", null]);
        Column<string>("request").ShouldBe(["call-3", "item-7"]);
        Column<string[]>("source_errors").ShouldBe([["probe-1", "probe-2"], []]);
        Column<ulong>("seed").ShouldBe([ulong.MaxValue, 0ul]);

        T[] Column<T>(string name)
        {
            var index = Enumerable.Range(0, reader.FileMetaData.NumColumns).Single(i => reader.FileMetaData.Schema.Column(i).Path.ToDotVector()[0] == name);
            using var column = group.Column(index);
            using var values = column.LogicalReader<T>();
            return values.ReadAll(2);
        }
    }

    [Fact]
    public async Task Table_ManyRows_AreAllThereForArrow()
    {
        var texts = Enumerable.Range(0, 5_000).Select(i => TaughtText.Of(Given.Example($"ex-{i}", $"{i}+1", "", $"{i + 1}"), new SlashDomain())).ToList();
        var file = await scratch.WriteAsync("many.parquet", stream => ExampleTable.WriteAsync(texts, stream, default));

        using var reader = new ParquetFileReader(file);
        using var group = reader.RowGroup(0);
        using var column = group.Column(1);
        using var values = column.LogicalReader<string>();

        values.ReadAll(5_000).ShouldBe(texts.Select(text => text.Example.Prompt));
    }

    [Fact]
    public async Task Table_ReadBack_GivesTheVeryExamples() =>
        Scratch.Lines(await ExampleTable.ReadAsync(await WriteTableAsync("a.parquet"), default)).ShouldBe(Scratch.Lines(Given.Both));

    [Fact]
    public async Task Table_Twice_IsTheSameBytes() =>
        File.ReadAllBytes(await WriteTableAsync("a.parquet")).ShouldBe(File.ReadAllBytes(await WriteTableAsync("b.parquet")));

    [Theory]
    [InlineData("this is no table")]
    [InlineData("")]
    public async Task Read_FileThatIsNoTable_IsNamed(string content)
    {
        var file = scratch.Write("x.parquet", content);

        (await Should.ThrowAsync<ExchangeException>(() => ExampleTable.ReadAsync(file, default))).Message.ShouldStartWith($"{file} cannot be read as a Parquet table of examples: ");
    }

    [Fact]
    public async Task Read_TableOfSomethingElse_SaysWhichColumnIsMissing()
    {
        var file = scratch.PathOf("other.parquet");
        using (var writer = new ParquetFileWriter(file, [new Column<string>("id"), new Column<string>("text")]))
        {
            using var group = writer.AppendRowGroup();
            foreach (var value in (string[])["1", "one"])
            {
                using var column = group.NextColumn().LogicalWriter<string>();
                column.WriteBatch([value]);
            }

            writer.Close();
        }

        (await Should.ThrowAsync<ExchangeException>(() => ExampleTable.ReadAsync(file, default))).Message.ShouldContain("row 1: the column prompt is empty");
    }

    [Fact]
    public async Task Folder_Written_HasACardThatDescribesItsTable()
    {
        var folder = scratch.PathOf("set");
        await DatasetFolder.WriteAsync(folder, "math-1: \"a\"", "procedural-math", Given.Texts, default);

        Directory.EnumerateFileSystemEntries(scratch.Folder).ShouldBe([folder]);
        var card = File.ReadAllText(Path.Combine(folder, "README.md")).Split("---\n", 3);
        card[0].ShouldBe("");
        var header = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(card[1]);
        header["license"].ShouldBe("other");
        header["pretty_name"].ShouldBe("math-1: \"a\"");
        header["size_categories"].ShouldBe(new List<object> { "n<1K" });
        var configs = ((List<object>)header["configs"]).Cast<Dictionary<object, object>>().Single();
        var files = ((List<object>)configs["data_files"]).Cast<Dictionary<object, object>>().Single();
        files["split"].ShouldBe("train");
        var info = (Dictionary<object, object>)header["dataset_info"];
        var features = ((List<object>)info["features"]).Cast<Dictionary<object, object>>().ToList();

        using var table = new ParquetFileReader(Path.Combine(folder, (string)files["path"]));
        features.Select(feature => feature["name"]).ShouldBe(Enumerable.Range(0, table.FileMetaData.NumColumns).Select(i => (object)table.FileMetaData.Schema.Column(i).Path.ToDotVector()[0]));
        ((List<object>)info["splits"]).Cast<Dictionary<object, object>>().Single()["num_examples"].ShouldBe($"{table.FileMetaData.NumRows}");
        card[2].ShouldContain("The texts were written by offline/1.");
        card[2].ShouldContain("Rows whose teacher is `train`");
        card[2].ShouldContain("| (none) | 1 |");
    }

    [Fact]
    public async Task Folder_SomethingIsThere_IsRefusedAndLeftAlone()
    {
        Directory.CreateDirectory(scratch.PathOf("set"));
        var mine = scratch.Write("set/mine.txt", "mine");

        (await Should.ThrowAsync<ExchangeException>(() => DatasetFolder.WriteAsync(scratch.PathOf("set"), "n", "t", Given.Texts, default))).Message.ShouldEndWith("name a folder that does not exist yet.");

        File.ReadAllText(mine).ShouldBe("mine");
        Directory.EnumerateFileSystemEntries(scratch.Folder).ShouldBe([scratch.PathOf("set")]);
    }

    [Fact]
    public async Task Folder_Stopped_LeavesNothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => DatasetFolder.WriteAsync(scratch.PathOf("set"), "n", "t", Given.Texts, new CancellationToken(canceled: true)));

        Directory.EnumerateFileSystemEntries(scratch.Folder).ShouldBeEmpty();
    }

    private Task<string> WriteTableAsync(string name) => scratch.WriteAsync(name, stream => ExampleTable.WriteAsync(Given.Texts, stream, default));
}
