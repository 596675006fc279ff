using System.Text.Json;

namespace DataEnvGym.Exchange.Chat;

/// <summary>One line of a chat file.</summary>
/// <param name="Prompt">The question.</param>
/// <param name="Response">The response.</param>
/// <param name="Metadata">All else; none in a line of another program, and in a format that has no place for it.</param>
internal sealed record ChatLine(string Prompt, string Response, ExampleMetadata? Metadata)
{
    private static ExchangeJson Json => ExchangeJson.Readable;

    /// <summary>The line of a text, without its end.</summary>
    public static byte[] Write(ChatFormat format, TaughtText text)
    {
        var (prompt, response) = (text.Example.Prompt, text.Response);
        return format switch
        {
            ChatFormat.OpenAI => JsonSerializer.SerializeToUtf8Bytes(new([new("user", prompt), new("assistant", response)]), Json.OpenAILine),
            ChatFormat.ShareGpt => JsonSerializer.SerializeToUtf8Bytes(
                new([new("human", prompt), new("gpt", response)], text.Example.Id, ExampleMetadata.Of(text)), Json.ShareGptLine),
            _ => JsonSerializer.SerializeToUtf8Bytes(new(prompt, response, "", ExampleMetadata.Of(text)), Json.AlpacaLine),
        };
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is no such line.</exception>
    /// <exception cref="ExchangeException">It holds a conversation that no example can hold.</exception>
    public static ChatLine Read(ChatFormat format, string line) => format switch
    {
        ChatFormat.OpenAI => Read(JsonSerializer.Deserialize(line, Json.OpenAILine)),
        ChatFormat.ShareGpt => Read(JsonSerializer.Deserialize(line, Json.ShareGptLine)),
        _ => Read(JsonSerializer.Deserialize(line, Json.AlpacaLine)),
    };

    private static ChatLine Read(OpenAILine? line) => line?.Messages is [{ Role: "user", Content: var prompt }, { Role: "assistant", Content: var response }]
        ? new(prompt, response, null)
        : throw NoExample("messages", "\"user\" and then one of \"assistant\"");

    private static ChatLine Read(ShareGptLine? line) => line?.Conversations is [{ From: "human" or "user", Value: var prompt }, { From: "gpt" or "assistant", Value: var response }]
        ? new(prompt, response, line.Metadata)
        : throw NoExample("conversations", "\"human\" and then one of \"gpt\"");

    // Alpaca puts what an instruction is about into a field of its own.
    private static ChatLine Read(AlpacaLine? line) => line is null
        ? throw new JsonException("It is null.")
        : new(string.IsNullOrEmpty(line.Input) ? line.Instruction : $"{line.Instruction}\n\n{line.Input}", line.Output, line.Metadata);

    private static ExchangeException NoExample(string field, string turns) =>
        new($"its {field} are not one turn of {turns}, which is all that an example has a place for; leave such lines out");
}
