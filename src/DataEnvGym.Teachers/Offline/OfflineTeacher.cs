using System.Runtime.CompilerServices;
using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace DataEnvGym.Teachers.Offline;

/// <summary>
/// A teacher without a network: it knows the procedural benchmarks and nothing else. Like any chat model it gets only the messages, and its answer
/// is a pure function of them and its seed.
/// </summary>
/// <param name="seed">Fixes all choices.</param>
/// <param name="faults">What it does wrong on purpose.</param>
public sealed class OfflineTeacher(ulong seed, TeacherFaults faults) : IChatCompletionService
{
    /// <summary>Its kind in a <see cref="TeacherSpec"/>.</summary>
    public const string Kind = TeacherKinds.Offline;

    /// <summary>Its name and version, part of every draft's provenance.</summary>
    public const string Name = "offline/1";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?> { [AIServiceExtensions.ModelIdKey] = Name };

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = TokenEstimate.Cut(Answer(chatHistory), MaxTokens(executionSettings));
        return Task.FromResult<IReadOnlyList<ChatMessageContent>>(
            [new ChatMessageContent(AuthorRole.Assistant, text, Name, metadata: UsageOf(chatHistory, text))]);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var whole in await GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken))
        {
            yield return new StreamingChatMessageContent(whole.Role, whole.Content, modelId: Name, metadata: whole.Metadata);
        }
    }

    private string Answer(ChatHistory messages)
    {
        // The random streams hang on the whole conversation, so a repair turn is drawn anew.
        var hash = PromptHash.Of(messages);
        var answer = OfflineAnswers.To(Ask(messages), Subject(messages), Rng.For(seed, "answer", hash), faults);
        var fault = Rng.For(seed, "malformed", hash);
        return fault.NextDouble() < faults.Malformed ? Malformed(answer, fault) : answer;
    }

    private static string Ask(ChatHistory messages) =>
        messages.Where(message => message.Role == AuthorRole.User).Select(message => message.Content ?? "").LastOrDefault(DataBlock.IsIn) ?? "";

    // The benchmark whose task the system's message describes.
    private static ProceduralBenchmark Subject(ChatHistory messages) =>
        ProceduralBenchmarks.All.FirstOrDefault(benchmark => messages.Any(message =>
            message.Role == AuthorRole.System && message.Content?.Contains(benchmark.Prompts.TaskDescription, StringComparison.Ordinal) == true))
        ?? ProceduralMath.Benchmark;

    // The two ways in which models break the form most often: talking around it and stopping in the middle.
    private static string Malformed(string answer, Rng rng) =>
        rng.Next(2) == 0 ? $"Sure, here is what you asked for: {answer}" : answer[..(answer.Length / 2)];

    private static int MaxTokens(PromptExecutionSettings? settings) =>
        settings?.ExtensionData?.TryGetValue("max_tokens", out var value) == true && value is int tokens ? tokens : int.MaxValue;

    private static Dictionary<string, object?> UsageOf(ChatHistory messages, string answer) =>
        new() { [TokenUsage.MetadataKey] = new TokenUsage(TokenEstimate.Typical(messages), TokenEstimate.Typical(answer)) };
}
