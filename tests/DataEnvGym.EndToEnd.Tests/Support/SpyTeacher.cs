using System.Runtime.CompilerServices;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>Notes every call to a teacher and what it charged, and may change what it says.</summary>
internal sealed class SpyTeacher(IChatCompletionService inner, TokenPrice price, Diary diary, Func<string, string> rewrite) : IChatCompletionService
{
    public IReadOnlyDictionary<string, object?> Attributes => inner.Attributes;

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var contents = await inner.GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken);
        if (contents[0].Metadata![TokenUsage.MetadataKey] is not TokenUsage usage)
        {
            // The answer was lost, and there is no money for asking again.
            return contents;
        }

        var cost = new Spend(1, usage.Input, usage.Output, (usage.Input * price.InputPerMillion / 1e6m) + (usage.Output * price.OutputPerMillion / 1e6m));
        var limit = (int)executionSettings!.ExtensionData!["max_tokens"];
        diary.Add(new TeacherCall([.. chatHistory], PromptHash.Of(chatHistory), limit, cost));
        return [new ChatMessageContent(contents[0].Role, rewrite(contents[0].Content!), contents[0].ModelId, metadata: contents[0].Metadata)];
    }

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var content in await GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken))
        {
            yield return new StreamingChatMessageContent(content.Role, content.Content, metadata: content.Metadata);
        }
    }
}
