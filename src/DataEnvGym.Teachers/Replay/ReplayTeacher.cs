using System.Runtime.CompilerServices;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Answers;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace DataEnvGym.Teachers.Replay;

/// <summary>Answers from a recording, without a network. What is not in it is an error.</summary>
internal sealed class ReplayTeacher : IChatCompletionService
{
    private const int LongestQuote = 120;

    private readonly TeacherSpec spec;
    private readonly Recording recording;

    /// <summary>Opens the recording.</summary>
    /// <exception cref="TeacherException">It cannot be read.</exception>
    public ReplayTeacher(TeacherSpec spec)
    {
        this.spec = spec;
        recording = Recording.Open(spec);
        Attributes = new Dictionary<string, object?> { [AIServiceExtensions.ModelIdKey] = recording.Teacher };
    }

    public IReadOnlyDictionary<string, object?> Attributes { get; }

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var call = CallContent.Of(spec, chatHistory, executionSettings);
        return recording.Find(call) is { } answer
            ? Task.FromResult<IReadOnlyList<ChatMessageContent>>([answer.ToMessage()])
            : throw new TeacherException(
                $"teacher.fixtures: {spec.Fixtures} holds no answer to call {PromptHash.Request(PromptHash.Of(chatHistory), (ulong)call.Seed)} "
                + $"(max_tokens {call.MaxTokens}, temperature {call.Temperature}, seed {call.Seed}), which asks: {Quote(call.Messages[^1].Content)} "
                + "Play it with the spec that it was recorded with, or record it anew.");
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

    private static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"\"{(line.Length <= LongestQuote ? line : line[..LongestQuote] + "…")}\".";
    }
}
