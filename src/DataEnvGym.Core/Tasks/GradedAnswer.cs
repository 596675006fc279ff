using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Tasks;

/// <summary>What a grader says of a response.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>The answer is right.</summary>
    Correct,

    /// <summary>An answer was found, and it is wrong.</summary>
    Wrong,

    /// <summary>No answer could be found in the response.</summary>
    NoAnswer,
}

/// <summary>A grader's judgement of one response.</summary>
/// <param name="Verdict">Right, wrong, or no answer.</param>
/// <param name="Score">0 to 1; 1 exactly when the verdict is <see cref="Verdict.Correct"/>.</param>
/// <param name="Extracted">The answer that was found in the response, if any.</param>
public sealed record Grade(Verdict Verdict, double Score, string? Extracted)
{
    /// <summary>How the grader came to it, in a few words, where there is more to say; for code an outcome for each test, such as <c>ok ok timeout</c>.</summary>
    public string? Diagnostics { get; init; }
}

/// <summary>A student's response to an item, with its grade.</summary>
/// <param name="ItemId">The item's id.</param>
/// <param name="Response">The student's whole response.</param>
/// <param name="Verdict">Right, wrong, or no answer.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Extracted">The answer that was found in the response, if any.</param>
public sealed record GradedAnswer(string ItemId, string Response, Verdict Verdict, double Score, string? Extracted)
{
    /// <summary>See <see cref="Grade.Diagnostics"/>.</summary>
    public string? Diagnostics { get; init; }

    /// <summary>The skill that the task itself names for the item, for reports.</summary>
    public string? Skill { get; init; }

    /// <summary>The item's difficulty, where the task has levels.</summary>
    public int? Level { get; init; }

    /// <summary>Whether the answer is right.</summary>
    [JsonIgnore]
    public bool IsCorrect => Verdict == Verdict.Correct;
}
