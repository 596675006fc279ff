using Microsoft.SemanticKernel;

namespace DataEnvGym.Teachers.Chat;

/// <summary>What a teacher on the network notes about an answer, in its metadata.</summary>
/// <param name="Lost">Requests that were sent before, or instead, and brought no answer.</param>
/// <param name="LatencyMilliseconds">From request to answer; nothing if there was none.</param>
internal sealed record AnswerNotes(int Lost, long? LatencyMilliseconds)
{
    private const string MetadataKey = "AnswerNotes";
    private static readonly AnswerNotes None = new(0, null);

    public static AnswerNotes From(IReadOnlyDictionary<string, object?>? metadata) => metadata?.GetValueOrDefault(MetadataKey) as AnswerNotes ?? None;

    /// <summary>Puts the notes into an answer.</summary>
    public ChatMessageContent On(ChatMessageContent answer)
    {
        answer.Metadata = new Dictionary<string, object?>(answer.Metadata ?? new Dictionary<string, object?>()) { [MetadataKey] = this };
        return answer;
    }
}
