using System.Text.Json.Serialization;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks for training examples.</summary>
/// <param name="Count">How many.</param>
/// <param name="Errors">What the student got wrong; empty without state.</param>
/// <param name="Batch">Names the call, so that no two calls ask the very same.</param>
internal sealed record WriteExamplesRequest(int Count, IReadOnlyList<ErrorToShow> Errors, string Batch) : TeacherRequest
{
    /// <summary>What to teach: <c>skill</c> or <c>skill/subskill</c>; left out if the teacher may choose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(-1)]
    public string? Skill { get; init; }

    /// <summary>Items of the training data; left out where none are shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SeedToShow>? Seeds { get; init; }
}

/// <summary>A student's error.</summary>
internal sealed record ErrorToShow(string Prompt, string StudentResponse, string CorrectAnswer);

/// <summary>An item of the training data.</summary>
internal sealed record SeedToShow(string Prompt, string Solution, string Answer)
{
    public static SeedToShow Of(Item item) => new(item.Prompt, item.Solution ?? "", item.Reference);
}

/// <summary>Written examples.</summary>
/// <param name="Examples">At most as many as were asked for.</param>
/// <param name="Exhausted">Whether the teacher has nothing new left for the request.</param>
internal sealed record WriteExamplesAnswer(IReadOnlyList<WrittenExample> Examples, bool Exhausted) : ICheckedAnswer
{
    /// <inheritdoc/>
    public string? FindProblem()
    {
        for (var i = 0; i < Examples.Count; i++)
        {
            if (Examples[i] is not { } example || string.IsNullOrWhiteSpace(example.Prompt) || string.IsNullOrWhiteSpace(example.Answer))
            {
                return $"Example {i + 1} has a blank prompt or answer.";
            }
        }

        return null;
    }
}

/// <summary>One training example.</summary>
/// <param name="Prompt">The question.</param>
/// <param name="Solution">The worked solution without the answer.</param>
/// <param name="Answer">The final answer.</param>
internal sealed record WrittenExample(string Prompt, string Solution, string Answer)
{
    /// <summary>What the domain checks the answer by; asked for in an answer of its own form, <see cref="WriteCheckedExamplesAnswer"/>.</summary>
    [JsonIgnore]
    public string? Check { get; init; }
}
