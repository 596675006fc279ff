using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Jobs.Contract;

/// <summary>
/// How documents and messages of the contract are written: camel case; every field there, those that hold nothing as null. On reading, missing and doubled
/// fields are refused, and unknown ones too, but for the fields that a worker adds to its heartbeat and result.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    IgnoreReadOnlyProperties = true,
    MaxDepth = 16)]
[JsonSerializable(typeof(JobManifest))]
[JsonSerializable(typeof(JobTicket))]
[JsonSerializable(typeof(JobLaunched))]
[JsonSerializable(typeof(JobHeartbeat))]
[JsonSerializable(typeof(JobCancellation))]
[JsonSerializable(typeof(JobResultDocument))]
[JsonSerializable(typeof(JobResultMessage))]
[JsonSerializable(typeof(TrainingSave))]
[JsonSerializable(typeof(JobWork))]
internal sealed partial class JobsJson : JsonSerializerContext
{
    /// <summary>The bytes of a document.</summary>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>Reads a document or message that someone else may have written.</summary>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="type">What it should be.</param>
    /// <exception cref="DocumentException">It is too long or not what was expected.</exception>
    public static T Read<T>(string what, ReadOnlyMemory<byte> content, JsonTypeInfo<T> type)
        where T : class
    {
        if (content.Length > JobContract.LongestDocument)
        {
            throw new DocumentException($"{what} has {content.Length} bytes; at most {JobContract.LongestDocument} are read.");
        }

        try
        {
            return JsonSerializer.Deserialize(content.Span, type) ?? throw new DocumentException($"{what} holds the JSON null.");
        }
        catch (JsonException error)
        {
            // The parser's words name fields and never quote a value, so that no secret gets out this way.
            throw new DocumentException($"{what} is not what was expected: {error.Message}", error);
        }
    }
}
