using System.Text;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel;
using OpenAI.Chat;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

namespace DataEnvGym.Teachers.Remote;

/// <summary>Puts an answer together that comes piece by piece.</summary>
internal sealed class StreamedAnswer
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder refusal = new();
    private ChatFinishReason? finish;
    private TokenUsage? usage;

    /// <summary>Takes the next piece.</summary>
    public void Add(StreamingChatMessageContent piece)
    {
        text.Append(piece.Content);
        if (piece.InnerContent is StreamingChatCompletionUpdate update)
        {
            refusal.Append(update.RefusalUpdate);
            finish = update.FinishReason ?? finish;
            usage = OpenAIChat.UsageOf(update.Usage) ?? usage;
        }
    }

    /// <summary>The whole answer.</summary>
    /// <exception cref="InvalidDataException">The stream ended before the answer did.</exception>
    public ChatMessageContent Finish() => finish is { } reason
        ? OpenAIChat.Read(text.ToString(), refusal.ToString(), reason, usage)
        : throw new InvalidDataException($"The stream ended after {text.Length} characters, before the answer did.");
}
