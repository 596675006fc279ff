using System.Text.Json.Nodes;

namespace DataEnvGym.Exchange.Tests.Support;

/// <summary>
/// What a chat file must be, written down from the formats' public descriptions and from nothing of ours: OpenAI's guide to supervised fine-tuning and the checks of its
/// cookbook's "Data preparation and analysis for chat model fine-tuning"; the ShareGPT form in the README of LLaMA-Factory's data folder; Stanford Alpaca's README.
/// </summary>
internal static class ChatValidator
{
    private static readonly string[] OpenAIKeys = ["messages", "tools", "parallel_tool_calls", "functions"];
    private static readonly string[] MessageKeys = ["role", "content", "name", "function_call", "weight", "tool_calls", "tool_call_id"];

    public static List<string> OpenAI(string file) => Check(file, line =>
    [
        .. line.Where(field => !OpenAIKeys.Contains(field.Key)).Select(field => $"extra key {field.Key}"),
        .. line["messages"] is JsonArray { Count: > 0 } messages ? messages.SelectMany(message => Message(message!.AsObject())) : ["no messages"],
        .. line["messages"] is JsonArray turns && turns.Any(turn => (string?)turn!["role"] == "assistant") ? Array.Empty<string>() : ["no message of the assistant"],
    ]);

    public static List<string> ShareGpt(string file) => Check(file, line => line["conversations"] is JsonArray { Count: > 0 } turns
        ? [.. turns.Index().SelectMany(turn => Turn(turn.Index, turn.Item!.AsObject())), .. turns.Count % 2 == 0 ? Array.Empty<string>() : ["the last turn is not the model's"]]
        : ["no conversations"]);

    public static List<string> Alpaca(string file) => Check(file, line =>
    [
        .. Text(line["instruction"]) is { Length: > 0 } ? Array.Empty<string>() : ["no instruction"],
        .. Text(line["input"]) is not null ? Array.Empty<string>() : ["no input"],
        .. Text(line["output"]) is { Length: > 0 } ? Array.Empty<string>() : ["no output"],
    ]);

    /// <summary>TRL's "standard" form of preferences.</summary>
    public static List<string> Preference(string file) => Check(file, line =>
    [
        .. new[] { "prompt", "chosen", "rejected" }.Where(key => Text(line[key]) is not { Length: > 0 }).Select(key => $"no {key}"),
        .. Text(line["chosen"]) == Text(line["rejected"]) ? ["both are the same"] : Array.Empty<string>(),
    ]);

    private static IEnumerable<string> Message(JsonObject message)
    {
        if ((string?)message["role"] is not ("system" or "user" or "assistant" or "function" or "tool"))
        {
            yield return $"role {message["role"]}";
        }

        if (Text(message["content"]) is not { Length: > 0 })
        {
            yield return "no content";
        }

        foreach (var (key, _) in message.Where(field => !MessageKeys.Contains(field.Key)))
        {
            yield return $"extra key {key} in a message";
        }
    }

    private static IEnumerable<string> Turn(int index, JsonObject turn)
    {
        if ((string?)turn["from"] != (index % 2 == 0 ? "human" : "gpt"))
        {
            yield return $"turn {index} is from {turn["from"]}";
        }

        if (Text(turn["value"]) is not { Length: > 0 })
        {
            yield return $"turn {index} has no value";
        }
    }

    private static List<string> Check(string file, Func<JsonObject, IEnumerable<string>> check)
    {
        var text = File.ReadAllText(file);
        text.ShouldEndWith("\n");
        text.ShouldNotContain("\r");
        return [.. text.TrimEnd('\n').Split('\n').SelectMany((line, i) => check(JsonNode.Parse(line)!.AsObject()).Select(problem => $"line {i + 1}: {problem}"))];
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
