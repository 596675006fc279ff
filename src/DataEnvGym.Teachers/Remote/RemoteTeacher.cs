using System.Runtime.CompilerServices;
using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace DataEnvGym.Teachers.Remote;

/// <summary>
/// A model behind the OpenAI chat API. Faults that pass are waited out and tried again; a refusal is an answer. A request that is on its way is paid for, so
/// whoever stops the work waits for it, though not for long.
/// </summary>
internal sealed class RemoteTeacher : IChatCompletionService
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    // A service may think long before it begins, and has no reason to pause long afterwards.
    private const int SilenceShare = 5;

    private readonly TeacherSpec spec;
    private readonly ulong seed;
    private readonly TimeProvider time;
    private readonly string? key;
    private readonly CallGate gate;
    private readonly OpenAIChat chat;

    /// <summary>Opens the service; no request is made.</summary>
    /// <exception cref="TeacherException">The key is missing.</exception>
    public RemoteTeacher(TeacherSpec spec, ulong seed, TeacherAccess access)
    {
        (this.spec, this.seed, time) = (spec, seed, access.Time);
        key = RemoteClient.KeyOf(spec, access);
        gate = CallGate.For(spec, time);
        chat = new(spec, RemoteClient.Open(spec, key, access));
        Attributes = new Dictionary<string, object?> { [AIServiceExtensions.ModelIdKey] = $"{spec.Kind}/{spec.Model}" };
    }

    public IReadOnlyDictionary<string, object?> Attributes { get; }

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var settings = CallSettings.Of(executionSettings);
        var sends = settings.Sends ?? new Sends(int.MaxValue, 0);
        var jitter = Rng.For(seed, "pause", PromptHash.Of(chatHistory));
        var worstCase = TokenEstimate.AtMost(chatHistory) + settings.MaxTokens;
        for (var attempt = 1; sends.Allow; attempt++)
        {
            var (answer, fault) = await gate.RunAsync(worstCase, () => TryAsync(chatHistory, settings, sends, cancellationToken), Judge, cancellationToken);
            if (answer is not null)
            {
                return [answer];
            }

            if (fault is { IsFiltered: true })
            {
                // Reading is charged all the same, and how much of it is not said.
                var refusal = OpenAIChat.Message(fault.Problem, AnswerEnd.Refused, new TokenUsage(TokenEstimate.AtMost(chatHistory), 0));
                return [new AnswerNotes(sends.Lost, null).On(refusal)];
            }

            if (!fault!.Passes)
            {
                throw new TeacherException($"Teacher {this.GetModelId()} cannot be used: {fault.Problem}");
            }

            var pause = Backoff.After(attempt, fault.RetryAfter, jitter);
            if (fault.RetryAfter is not null)
            {
                gate.Close(pause);
            }

            if (attempt == spec.Tries)
            {
                throw new TeacherUnavailableException($"Teacher {this.GetModelId()} did not answer in {spec.Tries} tries; the last time: {fault.Problem}") { Lost = sends.Lost };
            }

            await Task.Delay(pause, time, cancellationToken);
        }

        return [new AnswerNotes(sends.Lost, null).On(OpenAIChat.Message("", AnswerEnd.Lost, null))];
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

    // What a call that broke off has used is not known: at most all of it.
    private static (CallVerdict Verdict, long? Tokens) Judge((ChatMessageContent? Answer, RemoteFault? Fault) call) =>
        call.Answer is { } answer ? (CallVerdict.Good, TokenUsage.From(answer.Metadata) is { } usage ? usage.Input + usage.Output : null)
        : call.Fault!.IsBusy ? (CallVerdict.Busy, 0)
        : (CallVerdict.Failed, null);

    private async Task<(ChatMessageContent? Answer, RemoteFault? Fault)> TryAsync(
        ChatHistory messages, CallSettings settings, Sends sends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await sends.LeaveAsync(cancellationToken);
        using var limit = new CancellationTokenSource(spec.Timeout, time);
        await using var leave = cancellationToken.Register(() => limit.CancelAfter(Grace));
        using var silence = new CancellationTokenSource(spec.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, silence.Token);
        var started = time.GetTimestamp();
        try
        {
            var answer = spec.Streaming
                ? await chat.StreamAsync(messages, settings, () => silence.CancelAfter(spec.Timeout / SilenceShare), either.Token)
                : await chat.AskAsync(messages, settings, limit.Token);
            sends.Arrived();
            return (new AnswerNotes(sends.Lost, (long)time.GetElapsedTime(started).TotalMilliseconds).On(answer), null);
        }
        catch (Exception error)
        {
            var fault = error is OperationCanceledException
                ? new RemoteFault(limit.IsCancellationRequested ? $"it took longer than {spec.Timeout}." : $"it was silent for {spec.Timeout / SilenceShare} in the middle of an answer.", Passes: true) { MayBeCharged = true }
                : RemoteFault.Of(error, key, time.GetUtcNow());
            if (fault.IsFiltered)
            {
                sends.Arrived();
            }
            else if (!fault.MayBeCharged)
            {
                await sends.TakeBackAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return (null, fault);
        }
    }
}
