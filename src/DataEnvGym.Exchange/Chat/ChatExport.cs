using System.Text.Json;

namespace DataEnvGym.Exchange.Chat;

/// <summary>Writes examples as lines of chat.</summary>
public static class ChatExport
{
    /// <summary>Whether a format has no place for metadata, so that they go into a file of their own.</summary>
    public static bool HasOwnMetadataFile(ChatFormat format) => format == ChatFormat.OpenAI;

    /// <summary>Where the metadata of a file lie that has no place for them: <c>train.jsonl</c> → <c>train.provenance.jsonl</c>.</summary>
    public static string MetadataFileOf(string path) => Path.ChangeExtension(path, ".provenance.jsonl");

    /// <summary>Writes a line for each text, in order. The same texts give the same bytes.</summary>
    /// <param name="format">The form of the lines.</param>
    /// <param name="texts">What to write.</param>
    /// <param name="output">Takes the lines.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task WriteAsync(ChatFormat format, IEnumerable<TaughtText> texts, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(texts, text => ChatLine.Write(format, text), output, cancellationToken);

    /// <summary>Writes the metadata of each text as a line, in order, for a format that has no place for them.</summary>
    /// <param name="texts">The texts of the file that goes with it.</param>
    /// <param name="output">Takes the lines.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task WriteMetadataAsync(IEnumerable<TaughtText> texts, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(texts, text => JsonSerializer.SerializeToUtf8Bytes(ExampleMetadata.Of(text), ExchangeJson.Readable.ExampleMetadata), output, cancellationToken);

    private static async Task WriteAsync(IEnumerable<TaughtText> texts, Func<TaughtText, byte[]> line, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var text in texts)
        {
            await output.WriteAsync(line(text), cancellationToken);
            output.WriteByte((byte)'\n');
        }
    }
}
