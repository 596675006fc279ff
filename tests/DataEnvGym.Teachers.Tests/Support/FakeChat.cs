using System.Runtime.CompilerServices;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace DataEnvGym.Teachers.Tests.Support;

/// <summary>A chat service that answers by script and keeps what it was asked.</summary>
internal sealed class FakeChat(Func<ChatHistory, int, string> answer) : IChatCompletionService
{
    public FakeChat(params string[] answers)
        : this((_, call) => answers[Math.Min(call, answers.Length - 1)])
    {
    }

    public Func<ChatHistory, string, object?> Usage { get; init; } = (_, _) => new TokenUsage(10, 5);

    public List<ChatHistory> Asked { get; } = [];

    public List<PromptExecutionSettings> Settings { get; } = [];

    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?> { [AIServiceExtensions.ModelIdKey] = "fake/1" };

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = answer(chatHistory, Asked.Count);
        Asked.Add([.. chatHistory]);
        Settings.Add(executionSettings!);
        var metadata = new Dictionary<string, object?> { ["Usage"] = Usage(chatHistory, text) };
        return Task.FromResult<IReadOnlyList<ChatMessageContent>>([new ChatMessageContent(AuthorRole.Assistant, text, metadata: metadata)]);
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield break;
    }
}
