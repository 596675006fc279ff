using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Exchange.Chat;
using DataEnvGym.Exchange.Preferences;

namespace DataEnvGym.Exchange;

/// <summary>How lines for other programs are written, and read: fields that are not known are passed over, those that are needed must be there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16)]
[JsonSerializable(typeof(OpenAILine))]
[JsonSerializable(typeof(ShareGptLine))]
[JsonSerializable(typeof(AlpacaLine))]
[JsonSerializable(typeof(ExampleMetadata))]
[JsonSerializable(typeof(PreferenceLine))]
internal sealed partial class ExchangeJson : JsonSerializerContext
{
    private static readonly Lazy<ExchangeJson> LazyReadable =
        new(() => new ExchangeJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    /// <summary>Leaves letters of all languages, and signs such as <c>+</c>, as they are: no web page is made of these files.</summary>
    public static ExchangeJson Readable => LazyReadable.Value;
}
