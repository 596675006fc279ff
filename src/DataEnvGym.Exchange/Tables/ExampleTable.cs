using DataEnvGym.Core.Episodes;
using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace DataEnvGym.Exchange.Tables;

/// <summary>Examples as a Parquet table: one row each, a column for each part of their provenance.</summary>
public static class ExampleTable
{
    private static readonly ParquetSchema Schema = new([.. TableColumn.All.Select(column => column.Field)]);

    /// <summary>Writes a table. The same texts give the same bytes.</summary>
    /// <param name="texts">Its rows, in order.</param>
    /// <param name="output">Takes the file; it can be sought in.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteAsync(IReadOnlyList<TaughtText> texts, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var rows = texts.Select(text => (IDictionary<string, object?>)TableColumn.All.ToDictionary(column => column.Name, column => column.Get(text))).ToList();
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
        await ParquetSerializer.SerializeUntypedAsync(rows!, Schema, output, options, cancellationToken: cancellationToken);
    }

    /// <summary>Reads a table that <see cref="WriteAsync"/> wrote, also after another program rewrote it with the same columns.</summary>
    /// <param name="path">The file; at most 1 GiB.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ExchangeException">It is missing, too large or no such table.</exception>
    public static async Task<IReadOnlyList<Example>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        InputFile.Check(path);
        await using var stream = File.OpenRead(path);
        try
        {
            var result = await ParquetSerializer.DeserializeUntypedAsync(stream, cancellationToken: cancellationToken);
            return [.. result.Data.Select((row, i) => TableRow.ToExample(row!, $"{path}, row {i + 1}"))];
        }
        catch (Exception error) when (error is not (ExchangeException or OperationCanceledException or OutOfMemoryException))
        {
            // The library has no exception of its own for all that can be wrong with a file.
            throw new ExchangeException($"{path} cannot be read as a Parquet table of examples: {error.Message}");
        }
    }
}
