using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Costs a question as <see cref="StructuredChat"/> would put it.</summary>
internal sealed class QuestionEstimate(TeacherSpec spec, JsonTypeInfo answer)
{
    // Seen with models that are given the schema; whoever has the offline teacher make faults says so in the spec.
    private const double UsualRepairs = 0.05;
    private const int BytesPerCharacter = 3;

    private readonly CallBook book = new("", spec, default);
    private readonly double repairs = spec.Kind == TeacherKinds.Offline ? spec.Faults.Malformed : UsualRepairs;

    /// <summary>The cost that is likely.</summary>
    /// <param name="question">The question.</param>
    /// <param name="outputTokens">Tokens that its answer probably has.</param>
    public Spend Expected(ChatQuestion question, int outputTokens)
    {
        var input = TokenEstimate.Typical(Messages(question));
        var output = Math.Min(outputTokens, spec.MaxTokensPerCall);
        var first = book.SpendOf(new TokenUsage(input, output));
        return first + (book.SpendOf(new TokenUsage(input + output, output)).Times(repairs) with { Calls = 0 });
    }

    /// <summary>The most that it can cost: an answer of full length that cannot be read, and its repair, of full length too.</summary>
    public Spend Worst(ChatQuestion question)
    {
        var messages = Messages(question);
        var first = book.WorstCase(TokenEstimate.AtMost(messages));
        StructuredChat.AddRepair(messages, new Rejection("", new string('?', Rejection.MaxProblemLength)));
        return first + book.WorstCase(TokenEstimate.AtMost(messages) + (BytesPerCharacter * (Rejection.MaxRawLength + Rejection.MaxProblemLength)));
    }

    private ChatHistory Messages(ChatQuestion question) => StructuredChat.MessagesOf(question, AnswerSchema.Of(answer));
}
