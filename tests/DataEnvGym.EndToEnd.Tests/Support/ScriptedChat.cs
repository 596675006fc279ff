using System.Runtime.CompilerServices;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>Says one thing after the other, whatever it is asked.</summary>
internal sealed class ScriptedChat(params string[] answers) : IChatCompletionService
{
    /// <summary>What it was asked, all messages in one text.</summary>
    public List<string> Asked { get; } = [];

    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        Asked.Add(string.Join('\n', chatHistory.Select(message => message.Content)));
        var metadata = new Dictionary<string, object?> { [TokenUsage.MetadataKey] = new TokenUsage(10, 10) };
        return Task.FromResult<IReadOnlyList<ChatMessageContent>>([new(AuthorRole.Assistant, answers[Asked.Count - 1], metadata: metadata)]);
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var content in await GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken))
        {
            yield return new(content.Role, content.Content, metadata: content.Metadata);
        }
    }
}
