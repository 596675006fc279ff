using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Teachers;

/// <summary>The kinds of teachers, as a spec names them.</summary>
public static class TeacherKinds
{
    /// <summary>The one without a network.</summary>
    public const string Offline = "offline";

    /// <summary>OpenAI's own service.</summary>
    public const string OpenAI = "openai";

    /// <summary>Azure OpenAI, by its v1 endpoint.</summary>
    public const string AzureOpenAI = "azure-openai";

    /// <summary>Any other server that speaks the OpenAI chat API.</summary>
    public const string Compatible = "openai-compatible";

    /// <summary>One that says again what others have said.</summary>
    public const string Replay = "replay";
}

/// <summary>How the form of an answer is asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StructuredOutput>))]
public enum StructuredOutput
{
    /// <summary>By the request's <c>response_format</c>, and in the prompt.</summary>
    [JsonStringEnumMemberName("schema")]
    Schema,

    /// <summary>In the prompt alone.</summary>
    [JsonStringEnumMemberName("prompt")]
    Prompt,
}
