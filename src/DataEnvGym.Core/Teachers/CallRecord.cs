using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Teachers;

/// <summary>One call to a teacher: what it was for, how it was made, what it cost and what became of it. The sum over a run's calls is what the run spent.</summary>
public sealed record CallRecord
{
    /// <summary>Id of the call, as examples name it; a call that was lost and made again has one record for each time.</summary>
    public required string Request { get; init; }

    /// <summary>What the teacher was asked for.</summary>
    public required TeacherRole Role { get; init; }

    /// <summary>The teacher's name and model, such as <c>openai/gpt-4.1-mini</c>.</summary>
    public required string Teacher { get; init; }

    /// <summary>Agent and policy of the run, such as <c>teacher/error-proportional</c>.</summary>
    public string Agent { get; init; } = "";

    /// <summary>The iteration, 1-based; 0 before the first.</summary>
    public int Iteration { get; init; }

    /// <summary>The order that was being filled, if one was.</summary>
    public string? Order { get; init; }

    /// <summary>The skill that the call was about, if it was about one.</summary>
    public string? Skill { get; init; }

    /// <summary>0 for the question, 1 for its repair.</summary>
    public int Turn { get; init; }

    /// <summary>Tokens read, those from the service's cache included.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens written.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Tokens read that the service had in its cache.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long CachedTokens { get; init; }

    /// <summary>US dollars.</summary>
    public required decimal Money { get; init; }

    /// <summary>Milliseconds from request to answer, when the answer was bought; none for a teacher without a network and for a lost call.</summary>
    public long? LatencyMilliseconds { get; init; }

    /// <summary>What became of it.</summary>
    public required CallEnd End { get; init; }

    /// <summary>Sampling temperature.</summary>
    public required double Temperature { get; init; }

    /// <summary>Most tokens that the answer might have.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>The seed that was sent.</summary>
    public required long Seed { get; init; }

    /// <summary>How the form of the answer was asked for.</summary>
    public required StructuredOutput StructuredOutput { get; init; }

    /// <summary>What was wrong with an answer that could not be read.</summary>
    public string? Problem { get; init; }

    /// <summary>The text of an answer that could not be read, at most 16,000 characters of it.</summary>
    public string? Raw { get; init; }

    /// <summary>What it cost.</summary>
    [JsonIgnore]
    public Spend Spend => new(1, InputTokens, OutputTokens, Money) { CachedTokens = CachedTokens };
}
