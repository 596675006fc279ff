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
        var call = CallContent.Of(spec, chatHistory, executionSettings);
        if (await answers.FindAsync(call, cancellationToken) is not { } answer)
        {
            var content = (await inner.GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken))[0];
            answer = new(content.Content ?? "", AnswerEnds.From(content.Metadata), TokenUsage.From(content.Metadata)) { Call = call };

            // Paid for: kept even if nobody waits for it any longer.
            await answers.PutAsync(call, answer, CancellationToken.None);
        }

        return [answer.ToMessage()];
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
}
