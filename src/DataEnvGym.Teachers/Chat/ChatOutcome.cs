using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Chat;

/// <summary>What came of asking a teacher.</summary>
/// <param name="Value">The answer; null if it was rejected or the call was not made.</param>
/// <param name="Rejection">The last answer that could not be read; null if the answer was good or there was none.</param>
/// <param name="AllowanceReached">Whether a call, or its repair, was left out because it might have passed the allowance.</param>
/// <param name="Spend">What the calls of this question cost.</param>
/// <param name="PromptHash">SHA-256, lower-case hexadecimal, of the messages of the last call that was made or due.</param>
/// <param name="Request">Id of that call, derived from the prompt hash and the seed.</param>
public sealed record ChatOutcome<T>(T? Value, Rejection? Rejection, bool AllowanceReached, Spend Spend, string PromptHash, string Request)
    where T : class
{
    /// <summary>The same outcome with the answer in another form.</summary>
    public ChatOutcome<TOther> Select<TOther>(Func<T, TOther> form)
        where TOther : class => new(Value is null ? null : form(Value), Rejection, AllowanceReached, Spend, PromptHash, Request);
}

/// <summary>An answer that could not be read.</summary>
/// <param name="Raw">The answer's text, at most <see cref="MaxRawLength"/> characters of it.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record Rejection(string Raw, string Problem)
{
    /// <summary>Longest raw text that is kept, in characters.</summary>
    public const int MaxRawLength = 16_000;

    /// <summary>Longest sentence on what is wrong, in characters; it may quote the answer.</summary>
    public const int MaxProblemLength = 1_000;

    /// <summary>Keeps the first <see cref="MaxRawLength"/> characters of an answer, and as much of the problem as is allowed.</summary>
    public static Rejection Of(string answer, string problem)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(problem);
        return new Rejection(Cut(answer, MaxRawLength), Cut(problem, MaxProblemLength));
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
