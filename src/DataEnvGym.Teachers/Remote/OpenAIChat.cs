using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using OpenAI.Chat;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

namespace DataEnvGym.Teachers.Remote;

/// <summary>One call through Semantic Kernel's connector, in and out of this project's own terms.</summary>
internal sealed class OpenAIChat(TeacherSpec spec, OpenAIClient client)
{
    private readonly OpenAIChatCompletionService service = new(spec.Model!, client);

    /// <summary>Asks once.</summary>
    public async Task<ChatMessageContent> AskAsync(ChatHistory messages, CallSettings settings, CancellationToken cancellationToken)
    {
        // The connector adds to the history that it is given.
        var contents = await service.GetChatMessageContentsAsync([.. messages], SettingsOf(settings), kernel: null, cancellationToken);
        if (contents is not [var content, ..] || content.InnerContent is not ChatCompletion completion)
        {
            throw new InvalidDataException("It answered without a choice.");
        }

        return Read(content.Content ?? "", completion.Refusal, completion.FinishReason, UsageOf(completion.Usage));
    }

    /// <summary>Asks once and has the answer sent piece by piece.</summary>
    /// <param name="messages">The question.</param>
    /// <param name="settings">How to answer.</param>
    /// <param name="pieceCame">Called with every piece.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ChatMessageContent> StreamAsync(ChatHistory messages, CallSettings settings, Action pieceCame, CancellationToken cancellationToken)
    {
        var answer = new StreamedAnswer();
        await foreach (var piece in service.GetStreamingChatMessageContentsAsync([.. messages], SettingsOf(settings), kernel: null, cancellationToken))
        {
            pieceCame();
            answer.Add(piece);
        }

        return answer.Finish();
    }

    /// <summary>An answer with how it ended.</summary>
    public static ChatMessageContent Read(string text, string? refusal, ChatFinishReason finish, TokenUsage? usage) => finish switch
    {
        _ when !string.IsNullOrEmpty(refusal) => Message(refusal, AnswerEnd.Refused, usage),
        ChatFinishReason.ContentFilter => Message(text, AnswerEnd.Refused, usage),
        ChatFinishReason.Length => Message(text, AnswerEnd.CutOff, usage),
        _ => Message(text, AnswerEnd.Complete, usage),
    };

    /// <summary>What a service counted; nothing if it did not.</summary>
    public static TokenUsage? UsageOf(ChatTokenUsage? usage) => usage is null
        ? null
        : new(usage.InputTokenCount, usage.OutputTokenCount) { Cached = usage.InputTokenDetails?.CachedTokenCount ?? 0 };

    /// <summary>An answer in the form that <see cref="StructuredChat"/> reads.</summary>
    public static ChatMessageContent Message(string text, AnswerEnd end, TokenUsage? usage) => new(
        AuthorRole.Assistant, text, metadata: new Dictionary<string, object?> { [TokenUsage.MetadataKey] = usage, [AnswerEnds.MetadataKey] = end });

    private OpenAIPromptExecutionSettings SettingsOf(CallSettings settings) => new()
    {
        MaxTokens = settings.MaxTokens,
        Temperature = settings.Temperature,
        Seed = settings.Seed,
        ResponseFormat = settings.ResponseFormat,

        // The connector sends max_completion_tokens, the only name that OpenAI's newer models take; other servers may know only the older one.
#pragma warning disable SKEXP0010 // Marked as new; the connector has no other way to add a field.
        ExtraBody = spec.Kind == TeacherKinds.Compatible ? new Dictionary<string, object?> { ["max_tokens"] = settings.MaxTokens } : null,
#pragma warning restore SKEXP0010
    };
}
