using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Teachers;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace DataEnvGym.Teachers.Chat;

/// <summary>
/// Asks a teacher for a typed answer within an allowance. An answer that cannot be read is sent back once with what is wrong. Faults of the
/// service (network, rate limit, time-out) are not caught: whoever runs the work decides on trying again.
/// </summary>
/// <param name="service">The teacher.</param>
/// <param name="spec">Limits, sampling and prices.</param>
public sealed class StructuredChat(IChatCompletionService service, TeacherSpec spec)
{
    private const int Repairs = 1;

    /// <summary>The teacher's name and model, such as <c>offline/1</c>.</summary>
    public string Teacher { get; } = service.GetModelId() ?? spec.Kind;

    /// <summary>What the teacher is asked for; it is recorded with each call.</summary>
    public TeacherRole Role { get; init; }

    /// <summary>Asks <paramref name="question"/>. No call is made that, at worst, would pass the ledger's allowance.</summary>
    /// <param name="question">What to ask. The schema of the answer is added to its system message.</param>
    /// <param name="answer">How the answer is read; its options decide what is an error.</param>
    /// <param name="ledger">Where each call is recorded.</param>
    /// <param name="seed">Passed to the service, and part of the request's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="TeacherException">The teacher wrote more than it was allowed to, so that no budget can be kept with it.</exception>
    public async Task<ChatOutcome<T>> AskAsync<T>(
        ChatQuestion question, JsonTypeInfo<T> answer, Ledger ledger, ulong seed, CancellationToken cancellationToken)
        where T : class, ICheckedAnswer
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(ledger);
        var schema = AnswerSchema.Of(answer);
        var settings = SettingsFor(schema, seed);
        var messages = MessagesOf(question, schema);
        var book = new CallBook(Teacher, spec, Role);
        var before = ledger.Spent;
        Rejection? rejection = null;
        for (var turn = 0; ; turn++)
        {
            var hash = PromptHash.Of(messages);
            var call = new CallIdentity(question, PromptHash.Request(hash, seed), turn, settings);
            var worstCase = book.WorstCase(TokenEstimate.AtMost(messages));
            Reply? reply;
            try
            {
                reply = ledger.Affords(worstCase) is > 0 and var times ? await CallAsync(messages, settings with { Sends = new(times, 0) }, cancellationToken) : null;
                AddLost(reply?.Notes.Lost ?? 0);
            }
            catch (TeacherUnavailableException away)
            {
                AddLost(away.Lost);
                away.Spent = ledger.Spent;
                throw;
            }

            if (reply is null or { End: AnswerEnd.Lost })
            {
                return Outcome(null, allowanceReached: true);
            }

            var value = Read(reply, answer, out var problem);
            rejection = problem is null ? null : Rejection.Of(reply.Text, problem);
            ledger.Add(book.Answered(call, reply, rejection));
            RefuseImpossible(reply.Usage, messages);

            // Who will not answer would not on asking again, and is paid for each time.
            if (rejection is null || turn == Repairs || reply.End == AnswerEnd.Refused)
            {
                return Outcome(value, allowanceReached: false);
            }

            AddRepair(messages, rejection);

            ChatOutcome<T> Outcome(T? value, bool allowanceReached) =>
                new(value, rejection, allowanceReached, ledger.Spent - before, hash, call.Request);

            void AddLost(int count)
            {
                for (var lost = 0; lost < count; lost++)
                {
                    ledger.Add(book.Lost(call, worstCase));
                }
            }
        }
    }

    private async Task<Reply> CallAsync(ChatHistory messages, CallSettings settings, CancellationToken cancellationToken)
    {
        var contents = await service.GetChatMessageContentsAsync(messages, settings.ToExecutionSettings(), kernel: null, cancellationToken);
        var (text, metadata) = contents is [var content, ..] ? (content.Content ?? "", content.Metadata) : ("", null);
        var usage = TokenUsage.From(metadata) ?? new TokenUsage(TokenEstimate.AtMost(messages), Math.Min(TokenEstimate.AtMost(text), spec.MaxTokensPerCall));
        var end = AnswerEnds.From(metadata);
        return new Reply(text, end == AnswerEnd.Complete && usage.Output == spec.MaxTokensPerCall ? AnswerEnd.CutOff : end, usage, AnswerNotes.From(metadata));
    }

    private void RefuseImpossible(TokenUsage usage, ChatHistory messages)
    {
        if (usage.Output > spec.MaxTokensPerCall)
        {
            throw new TeacherException(
                $"Teacher {Teacher} wrote {usage.Output} tokens although max_tokens was {spec.MaxTokensPerCall}: no budget can be kept with it. "
                + "Use a server that honours max_tokens, or raise maxTokensPerCall.");
        }

        var read = TokenEstimate.AtMost(messages);
        if (usage.Input > read)
        {
            throw new TeacherException(
                $"Teacher {Teacher} counted {usage.Input} tokens of a prompt that has {read} at most: no budget can be kept with it. "
                + "Use a server that counts right and adds no text of its own.");
        }
    }

    private T? Read<T>(Reply reply, JsonTypeInfo<T> answer, out string? problem)
        where T : class, ICheckedAnswer
    {
        if (reply.End == AnswerEnd.Refused)
        {
            problem = "The teacher, or a filter of its service, refused to answer.";
            return null;
        }

        var value = AnswerParser.Parse(reply.Text, answer, out problem);
        problem = problem is not null && reply.End == AnswerEnd.CutOff ? $"The answer was cut off after {spec.MaxTokensPerCall} tokens." : problem;
        return value;
    }

    // The chat API takes a signed number as the seed.
    private CallSettings SettingsFor(string schema, ulong seed) => new CallSettings(
        spec.MaxTokensPerCall, spec.Temperature, (long)(seed & long.MaxValue),
        spec.StructuredOutput == StructuredOutput.Schema ? AnswerSchema.ResponseFormat(schema) : null);

    /// <summary>What is sent to ask a question.</summary>
    internal static ChatHistory MessagesOf(ChatQuestion question, string schema)
    {
        var messages = new ChatHistory($"{question.System}\n\nAnswer with one JSON object and nothing else. It must fit this JSON Schema:\n{schema}");
        messages.AddUserMessage(question.User);
        return messages;
    }

    /// <summary>Adds what is sent to have an answer repaired.</summary>
    internal static void AddRepair(ChatHistory messages, Rejection rejection)
    {
        // Some servers refuse an empty message.
        messages.AddAssistantMessage(rejection.Raw.Length == 0 ? "(no answer)" : rejection.Raw);
        messages.AddUserMessage(
            $"That answer cannot be used. {rejection.Problem.Replace('`', '\'')}\n"
            + "Answer the request again, with one JSON object that fits the schema and nothing else.");
    }
}
