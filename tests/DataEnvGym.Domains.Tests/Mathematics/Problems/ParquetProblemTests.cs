using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Tests.Mathematics.Gsm8k;
using ParquetSharp;

namespace DataEnvGym.Domains.Tests.Mathematics.Problems;

/// <summary>The tables are written with Apache Arrow's own writer (ParquetSharp wraps it), as other programs write theirs.</summary>
public sealed class ParquetProblemTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Compression.Uncompressed)]
    [InlineData(Compression.Snappy)]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Zstd)]
    [InlineData(Compression.Brotli)]
    [InlineData(Compression.Lz4)]
    public async Task Load_MappedColumnsOfSeveralRowGroups_AreItems(Compression compression)
    {
        var path = Write(compression, groups: 3, Column("q", "What is {0}+1?", "Half of {0}?"), Column("gold", "1", "2"), Column<string?>("topic", "sums", "halves"), Column<int>("grade", 1, 2));

        var items = await LoadAsync(path, new() { Prompt = "q", Answer = "gold", Skill = "topic", Level = "grade" });

        items.Select(item => (item.Id, item.Prompt, item.Reference, item.Skill, item.Level)).ShouldBe(
            [
                ("math-jsonl/own/00001", "What is 0+1?", "1", "sums", 1), ("math-jsonl/own/00002", "Half of 0?", "2", "halves", 2),
                ("math-jsonl/own/00003", "What is 1+1?", "1", "sums", 1), ("math-jsonl/own/00004", "Half of 1?", "2", "halves", 2),
                ("math-jsonl/own/00005", "What is 2+1?", "1", "sums", 1), ("math-jsonl/own/00006", "Half of 2?", "2", "halves", 2),
            ]);
    }

    public static TheoryData<string, Func<TableColumn>> Numbers => new()
    {
        { "-3", () => Column<sbyte>("answer", -3) },
        { "200", () => Column<byte>("answer", 200) },
        { "-300", () => Column<short>("answer", -300) },
        { "60000", () => Column<ushort>("answer", 60000) },
        { "1234567", () => Column<int>("answer", 1234567) },
        { "4000000000", () => Column("answer", 4000000000) },
        { "-9223372036854775808", () => Column("answer", long.MinValue) },
        { "18446744073709551615", () => Column("answer", ulong.MaxValue) },
        { "42", () => Column<long?>("answer", 42) },
        { "42", () => Column<double?>("answer", 42) },
        { "0.1", () => Column("answer", 0.1) },
        { "0.1", () => Column("answer", 0.1f) },
        { "2", () => new TableColumn(new Column<decimal>("answer", LogicalType.Decimal(9, 2)), Values<decimal>(2)) },
        { "2.5", () => new TableColumn(new Column<decimal?>("answer", LogicalType.Decimal(18, 4)), Values<decimal?>(2.5m)) },
        { "1234.5", () => new TableColumn(new Column<decimal>("answer", LogicalType.Decimal(20, 6)), Values<decimal>(1234.5m)) },
        { "1234567890123456789.123456789", () => new TableColumn(new Column<decimal?>("answer", LogicalType.Decimal(29, 9)), Values<decimal?>(1234567890123456789.123456789m)) },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Load_NumbersAsAnswers_AreTheirInvariantText(string text, Func<TableColumn> answer)
    {
        var path = Write(Compression.Snappy, 1, Column("question", "?"), answer());

        (await LoadAsync(path)).ShouldHaveSingleItem().Reference.ShouldBe(text);
    }

    [Fact]
    public async Task Load_EmptyCells_AreMissingFields()
    {
        var path = Write(Compression.Snappy, 1, Column("question", "a", "b"), Column<double?>("answer", null, 2), Column<string?>("solution", @"\boxed{1}", null), Column<double>("level", double.NaN, 3));

        (await LoadAsync(path)).Select(item => (item.Reference, item.Solution, item.Level)).ShouldBe([("1", @"\boxed{1}", null), ("2", null, 3)]);
    }

    [Fact]
    public async Task Load_Folder_TakesTrainAndTest()
    {
        File.Move(Write(Compression.Snappy, 1, Column("question", "a"), Column("answer", "1")), Path.Combine(folder.Path, "train.parquet"));
        File.Move(Write(Compression.Snappy, 1, Column("question", "b"), Column("answer", "2")), Path.Combine(folder.Path, "test.parquet"));

        (await LoadAsync(folder.Path)).ShouldHaveSingleItem().Id.ShouldBe("math-jsonl/train/00001");
        (await Open(folder.Path).LoadAsync(Split.Test, default)).ShouldHaveSingleItem().Id.ShouldBe("math-jsonl/test/00001");
    }

    [Fact]
    public async Task Load_TableWithoutRows_HasNoItems() => (await LoadAsync(Write(Compression.Snappy, groups: 0, Column("question", "a"), Column("answer", "1")))).ShouldBeEmpty();

    [Fact]
    public async Task Load_ColumnThatIsNotThere_NamesFileRowAndRemedy()
    {
        var path = Write(Compression.Snappy, 1, Column("question", "a"), Column("gold", "1"));

        var message = await ErrorAsync(path, new() { Answer = "answers" });

        message.ShouldBe($"{path}, row 1, has no text in \"answers\"; its fields are \"gold\", \"question\"; name the right one in \"task.fields.answer\".");
    }

    [Theory]
    [InlineData("list", "a list")]
    [InlineData("flag", "a truth value")]
    [InlineData("blob", "bytes")]
    [InlineData("when", "a DateTime")]
    public async Task Load_ColumnThatIsNoText_NamesFileFieldAndRemedy(string column, string kind)
    {
        var path = Write(
            Compression.Snappy, 1, Column("question", "a"), Column("answer", "1"),
            Column<string[]>("list", [["x", "y"]]), Column("flag", true), Column<byte[]>("blob", [[1, 2]]), Column("when", DateTime.UnixEpoch));

        (await LoadAsync(path)).ShouldHaveSingleItem();
        (await ErrorAsync(path, new() { Answer = column })).ShouldBe(
            $"{path}, row 1, has {kind} in \"{column}\", where one text or number belongs; its fields are \"answer\", \"blob\", \"flag\", \"list\", \"question\", \"when\"; "
            + "name another in \"task.fields.answer\", or write it plainly.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"question": "1+1", "answer": "2"}""")]
    [InlineData("PAR1 and then something else PAR1")]
    public async Task Load_FileThatIsNoParquet_SaysSo(string text)
    {
        var path = folder.Write("own.parquet", text);

        (await ErrorAsync(path)).ShouldStartWith($"{path} cannot be read as a Parquet table (");
    }

    [Fact]
    public async Task Load_DamagedFile_SaysSo()
    {
        var path = Write(Compression.Snappy, 1, Column("question", "a"), Column("answer", "1"));
        var bytes = File.ReadAllBytes(path);
        Array.Fill(bytes, (byte)0xff, 4, 40);
        File.WriteAllBytes(path, bytes);

        (await ErrorAsync(path)).ShouldStartWith($"{path} cannot be read as a Parquet table (");
    }

    [Fact]
    public async Task Load_TooLongAText_NamesRowAndColumn() =>
        (await ErrorAsync(Write(Compression.Snappy, 1, Column("question", "a", new string('1', 1_000_001)), Column("answer", "1", "2")))).ShouldContain("row 2, is longer than 1000000 characters in \"question\"");

    private ITask Open(string path, TaskFields? fields = null) => TaskCatalog.Open(new() { Name = "math-jsonl", Data = path, Fields = fields });

    private async Task<List<Item>> LoadAsync(string path, TaskFields? fields = null) => [.. (await Open(path, fields).LoadAsync(Split.Probe, default)).OrderBy(item => item.Id)];

    private async Task<string> ErrorAsync(string path, TaskFields? fields = null) => (await Should.ThrowAsync<TaskDataException>(() => LoadAsync(path, fields))).Message;

    private string Write(Compression compression, int groups, params TableColumn[] columns)
    {
        var path = Path.Combine(folder.Path, "own.parquet");
        using var table = new ParquetFileWriter(path, [.. columns.Select(column => column.Column)], compression);
        for (var group = 0; group < groups; group++)
        {
            using var rows = table.AppendRowGroup();
            foreach (var column in columns)
            {
                column.Write(rows.NextColumn(), group);
            }
        }

        table.Close();
        return path;
    }

    private static TableColumn Column<T>(string name, params T[] values) => new(new Column<T>(name), Values(values));

    // {0} in a text is the number of the row group.
    private static Action<ColumnWriter, int> Values<T>(params T[] values) => (column, group) =>
    {
        using var writer = column.LogicalWriter<T>();
        writer.WriteBatch([.. values.Select(value => value is string text ? (T)(object)text.Replace("{0}", $"{group}", StringComparison.Ordinal) : value)]);
    };

    /// <summary>A column to write, and how.</summary>
    public sealed record TableColumn(Column Column, Action<ColumnWriter, int> Write);
}
