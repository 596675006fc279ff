using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Teachers;

/// <summary>What became of a call to a teacher.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallEnd>))]
public enum CallEnd
{
    /// <summary>Its answer was used.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>Its answer was cut off at <see cref="CallRecord.MaxTokens"/> and could not be read.</summary>
    [JsonStringEnumMemberName("cut-off")]
    CutOff,

    /// <summary>Its answer could not be read.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>The model, or a filter of its service, would not answer.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>It was sent and no answer came: it counts as the most that it may have been charged for.</summary>
    [JsonStringEnumMemberName("lost")]
    Lost,
}
