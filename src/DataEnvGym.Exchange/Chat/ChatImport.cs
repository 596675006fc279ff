using System.Text.Json;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Exchange.Chat;

/// <summary>Reads lines of chat as examples.</summary>
public static class ChatImport
{
    /// <summary>
    /// Reads a file. A line with metadata, its own or those of the file beside it, gives the very example that it was made of; one without gives an example of which
    /// nothing but file and line is known, and whose answer is the whole response. Empty lines are passed over.
    /// </summary>
    /// <param name="format">The form of the lines.</param>
    /// <param name="path">The file; at most 1 GiB.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ExchangeException">The file is missing, too large or malformed; the message names the line.</exception>
    public static async Task<IReadOnlyList<Example>> ReadAsync(ChatFormat format, string path, CancellationToken cancellationToken)
    {
        InputFile.Check(path);
        var beside = ChatExport.MetadataFileOf(path);
        var metadata = ChatExport.HasOwnMetadataFile(format) && File.Exists(beside)
            ? await ReadAsync(beside, line => JsonSerializer.Deserialize(line, ExchangeJson.Readable.ExampleMetadata), cancellationToken)
            : null;
        var lines = await ReadAsync(path, line => ChatLine.Read(format, line), cancellationToken);
        if (metadata is not null && metadata.Count != lines.Count)
        {
            throw new ExchangeException($"{path} has {lines.Count:N0} lines and {beside} has {metadata.Count:N0}; restore them, or delete the second to have the first read as new.");
        }

        return [.. lines.Select((line, i) => At(path, line.Number, () => Read(line.Value, metadata?[i].Value, Path.GetFileName(path), line.Number)))];
    }

    private static Example Read(ChatLine line, ExampleMetadata? beside, string file, int number) =>
        string.IsNullOrWhiteSpace(line.Prompt) || string.IsNullOrWhiteSpace(line.Response)
            ? throw new ExchangeException("its question or its response is empty; fill it, or leave the line out")
            : (line.Metadata ?? beside)?.ToExample(line.Prompt, line.Response) ?? ForeignExample.Of(line.Prompt, line.Response, file, number);

    private static async Task<List<(int Number, T Value)>> ReadAsync<T>(string path, Func<string, T?> read, CancellationToken cancellationToken)
    {
        InputFile.Check(path);
        var (records, number) = (new List<(int, T)>(), 0);
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                records.Add((number, At(path, number, () => read(line) ?? throw new JsonException("It is null."))));
            }
        }

        return records;
    }

    private static T At<T>(string path, int number, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is JsonException or ExchangeException)
        {
            throw new ExchangeException($"{path}, line {number}: {(error is JsonException ? $"is no such line: {error.Message.TrimEnd('.')}" : error.Message)}.");
        }
    }
}
