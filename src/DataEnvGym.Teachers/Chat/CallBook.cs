using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Chat;

/// <summary>Draws up the records of calls to one teacher.</summary>
internal sealed class CallBook(string teacher, TeacherSpec spec, TeacherRole role)
{
    /// <summary>What a call with so many tokens costs.</summary>
    public Spend SpendOf(TokenUsage usage) =>
        new(1, usage.Input, usage.Output, spec.Price.Of(usage.Input, usage.Output, usage.Cached)) { CachedTokens = usage.Cached };

    /// <summary>The most that a call can cost.</summary>
    public Spend WorstCase(long input) => new(1, input, spec.MaxTokensPerCall, spec.Price.AtMost(input, spec.MaxTokensPerCall));

    /// <summary>The record of a call that was answered.</summary>
    public CallRecord Answered(CallIdentity call, Reply reply, Rejection? rejection) => Record(call, SpendOf(reply.Usage)) with
    {
        End = (rejection, reply.End) switch
        {
            (null, _) => CallEnd.Answered,
            (_, AnswerEnd.Refused) => CallEnd.Refused,
            (_, AnswerEnd.CutOff) => CallEnd.CutOff,
            _ => CallEnd.Malformed,
        },
        LatencyMilliseconds = reply.Notes.LatencyMilliseconds,
        Problem = rejection?.Problem,
        Raw = rejection?.Raw,
    };

    /// <summary>The record of a request that brought no answer.</summary>
    public CallRecord Lost(CallIdentity call, Spend worstCase) => Record(call, worstCase);

    private CallRecord Record(CallIdentity call, Spend spend) => new()
    {
        Request = call.Request,
        Role = role,
        Teacher = teacher,
        Order = call.Question.Order,
        Skill = call.Question.Skill,
        Turn = call.Turn,
        InputTokens = spend.InputTokens,
        OutputTokens = spend.OutputTokens,
        CachedTokens = spend.CachedTokens,
        Money = spend.Money,
        End = CallEnd.Lost,
        Temperature = call.Settings.Temperature,
        MaxTokens = call.Settings.MaxTokens,
        Seed = call.Settings.Seed,
        StructuredOutput = spec.StructuredOutput,
    };
}

/// <summary>Which call a record is about.</summary>
internal sealed record CallIdentity(ChatQuestion Question, string Request, int Turn, CallSettings Settings);

/// <summary>A teacher's answer as it came.</summary>
internal sealed record Reply(string Text, AnswerEnd End, TokenUsage Usage, AnswerNotes Notes);
