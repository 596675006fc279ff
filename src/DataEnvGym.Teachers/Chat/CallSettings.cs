using System.Text.Json;
using Microsoft.SemanticKernel;

namespace DataEnvGym.Teachers.Chat;

/// <summary>The settings of a call, under the names of the OpenAI chat API.</summary>
/// <param name="MaxTokens">Most tokens of the answer.</param>
/// <param name="Temperature">Sampling temperature.</param>
/// <param name="Seed">Fixes sampling, as far as the service does.</param>
/// <param name="ResponseFormat">The form that the server has to keep to; nothing if only the prompt says it.</param>
internal sealed record CallSettings(int MaxTokens, double Temperature, long Seed, JsonElement? ResponseFormat)
{
    private const string MaxTokensKey = "max_tokens";
    private const string TemperatureKey = "temperature";
    private const string SeedKey = "seed";
    private const string ResponseFormatKey = "response_format";
    private const string SendsKey = "sends";

    /// <summary>Counts the requests of the call, which decide nothing of its answer; nothing for a caller that keeps no count.</summary>
    public Sends? Sends { get; init; }

    /// <summary>The settings in Semantic Kernel's form.</summary>
    public PromptExecutionSettings ToExecutionSettings()
    {
        var data = new Dictionary<string, object> { [MaxTokensKey] = MaxTokens, [TemperatureKey] = Temperature, [SeedKey] = Seed };
        if (ResponseFormat is { } format)
        {
            data[ResponseFormatKey] = format;
        }

        if (Sends is not null)
        {
            data[SendsKey] = Sends;
        }

        return new() { ExtensionData = data };
    }

    /// <summary>Reads settings that <see cref="ToExecutionSettings"/> wrote.</summary>
    /// <exception cref="ArgumentException">They lack one.</exception>
    public static CallSettings Of(PromptExecutionSettings? settings) =>
        settings?.ExtensionData is { } data
        && data.TryGetValue(MaxTokensKey, out var tokens) && tokens is int maxTokens
        && data.TryGetValue(TemperatureKey, out var degree) && degree is double temperature
        && data.TryGetValue(SeedKey, out var number) && number is long seed
            ? new(maxTokens, temperature, seed, data.TryGetValue(ResponseFormatKey, out var format) && format is JsonElement element ? element : null)
            {
                Sends = data.TryGetValue(SendsKey, out var sends) ? sends as Sends : null,
            }
            : throw new ArgumentException("A call to a teacher states max_tokens, temperature and seed.", nameof(settings));
}
