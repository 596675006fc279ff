using System.Runtime.CompilerServices;
using DataEnvGym.Core.Tasks;
using Parquet;
using Parquet.Schema;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>Problems as rows of a Parquet table, of which one row group at a time is held.</summary>
internal static class ParquetRows
{
    public static async IAsyncEnumerable<Row> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = ProblemFile.Open(path);
        await using var table = await OfFileAsync(path, () => OpenAsync(stream, cancellationToken));
        var name = Path.GetFileNameWithoutExtension(path);
        var others = table.Schema.Fields.Where(field => !ParquetText.IsPlain(field)).ToDictionary(field => field.Name, ParquetText.KindOf, StringComparer.Ordinal);
        var number = 0;
        for (var group = 0; group < table.RowGroupCount; group++)
        {
            var columns = await OfFileAsync(path, () => ColumnsAsync(path, table, group, number, cancellationToken));
            for (var row = 0; row < columns.Select(column => column.Texts.Length).FirstOrDefault(); row++)
            {
                var where = $"{path}, row {++number}";
                var texts = columns.ToDictionary(column => column.Name, column => Bounded(column.Texts[row], column.Name, where), StringComparer.Ordinal);
                yield return new($"{name}/{number:D5}", where, new(texts, others));
            }
        }
    }

    private static async Task<ParquetReader> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var table = await ParquetReader.CreateAsync(stream, cancellationToken: cancellationToken);
        return table.Schema.Fields.GroupBy(field => field.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new InvalidDataException($"two columns have the name \"{twice.Key}\"")
            : table;
    }

    private static async Task<List<(string Name, string[] Texts)>> ColumnsAsync(string path, ParquetReader table, int index, int before, CancellationToken cancellationToken)
    {
        using var group = table.OpenRowGroupReader(index);
        ProblemFile.CheckCount(path, before + group.RowCount);
        var columns = new List<(string, string[])>();
        foreach (var field in table.Schema.Fields.Where(ParquetText.IsPlain).Cast<DataField>())
        {
            using var column = await group.ReadRawColumnDataBaseAsync(field, cancellationToken);
            var texts = ParquetText.Of(column, field);
            columns.Add(texts.Length == group.RowCount ? (field.Name, texts) : throw new InvalidDataException($"the column {field.Name} has {texts.Length} values for {group.RowCount} rows"));
        }

        return columns;
    }

    private static string Bounded(string text, string column, string where) => text.Length <= ProblemFile.MaxLength ? text
        : throw new TaskDataException($"{where}, is longer than {ProblemFile.MaxLength} characters in \"{column}\"; shorten the text, or remove the row.");

    private static async Task<T> OfFileAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (error is not (TaskDataException or OperationCanceledException or OutOfMemoryException))
        {
            // The library has no exception of its own for all that can be wrong with a file.
            throw new TaskDataException($"{path} cannot be read as a Parquet table ({error.Message.TrimEnd('.')}); write it again with the program that made it, or save it as JSON Lines (.jsonl).", error);
        }
    }
}
