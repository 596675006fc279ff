using DataEnvGym.Teachers.Answers;

namespace DataEnvGym.Teachers.Replay;

/// <summary>A line of a recording: what a teacher was asked, and what it answered.</summary>
/// <param name="Call">The question, with all that decided the answer.</param>
/// <param name="Answer">The answer, with what it took.</param>
internal sealed record RecordedAnswer(CallContent Call, StoredAnswer Answer)
{
    /// <summary>The teacher that answered, such as <c>openai/gpt-4.1-mini</c>.</summary>
    public string Teacher => $"{Call.Kind}/{Call.Model}";
}
