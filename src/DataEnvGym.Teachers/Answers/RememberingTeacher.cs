using System.Runtime.CompilerServices;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Answers;

/// <summary>
/// Keeps every answer before it is used and gives it again when the same is asked, with the tokens that it took when it was bought: work that is run again
/// costs nothing, and its ledger is the same.
/// </summary>
internal sealed class RememberingTeacher(IChatCompletionService inner, TeacherSpec spec, AnswerStore answers) : IChatCompletionService
{
    public IReadOnlyDictionary<string, object?> Attributes => inner.Attributes;

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var call = ContentOf(chatHistory, executionSettings);
        if (await answers.FindAsync(call, cancellationToken) is not { } answer)
        {
            var content = (await inner.GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken))[0];
            answer = new(content.Content ?? "", AnswerEnds.From(content.Metadata), TokenUsage.From(content.Metadata));

            // Paid for: kept even if nobody waits for it any longer.
            await answers.PutAsync(call, answer, CancellationToken.None);
        }

        return [Message(answer)];
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var whole in await GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken))
        {
            yield return new StreamingChatMessageContent(whole.Role, whole.Content, metadata: whole.Metadata);
        }
    }

    private CallContent ContentOf(ChatHistory messages, PromptExecutionSettings? executionSettings)
    {
        var settings = CallSettings.Of(executionSettings);
        return new(
            spec.Kind, spec.Endpoint, spec.Model, [.. messages.Select(message => new CallMessage(message.Role.Label, message.Content ?? ""))],
            settings.ResponseFormat is { } format ? format.GetRawText() : null, settings.MaxTokens, settings.Temperature, settings.Seed);
    }

    private static ChatMessageContent Message(StoredAnswer answer) => new(
        AuthorRole.Assistant, answer.Text,
        metadata: new Dictionary<string, object?> { [TokenUsage.MetadataKey] = answer.Usage, [AnswerEnds.MetadataKey] = answer.End });
}
