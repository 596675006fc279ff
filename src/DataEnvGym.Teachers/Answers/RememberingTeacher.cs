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
        var settings = CallSettings.Of(executionSettings);
        var call = CallContent.Of(spec, chatHistory, executionSettings);
        var answer = await answers.FindAsync(call, cancellationToken);
        if (answer is null or { End: AnswerEnd.Lost })
        {
            // Noted before a request goes out: were the program killed, the next one would know that an answer may have been charged for.
            var sends = new Sends(settings.Sends?.Affordable ?? int.MaxValue, answer?.Lost ?? 0, (lost, stop) => answers.NoteLostAsync(call, lost, stop));
            var content = (await inner.GetChatMessageContentsAsync(chatHistory, (settings with { Sends = sends }).ToExecutionSettings(), kernel, cancellationToken))[0];
            var notes = AnswerNotes.From(content.Metadata);
            answer = new(content.Content ?? "", AnswerEnds.From(content.Metadata), TokenUsage.From(content.Metadata))
            {
                Lost = notes.Lost,
                LatencyMilliseconds = notes.LatencyMilliseconds,
                Call = call,
            };

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
