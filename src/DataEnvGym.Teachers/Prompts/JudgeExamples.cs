using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks how good examples are.</summary>
/// <param name="Rubric">What each score means.</param>
/// <param name="Examples">The examples under ids that mean nothing outside the prompt.</param>
internal sealed record JudgeExamplesRequest(string Rubric, IReadOnlyList<ExampleToJudge> Examples) : TeacherRequest;

/// <summary>One example to judge.</summary>
internal sealed record ExampleToJudge(string Id, string Prompt, string Solution, string Answer);

/// <summary>A judgement of each example.</summary>
internal sealed record JudgeExamplesAnswer(IReadOnlyList<Judgement> Judgements) : ICheckedAnswer
{
    /// <summary>The best score; the worst is 1.</summary>
    public const int BestScore = 5;

    /// <inheritdoc/>
    public string? FindProblem() => Judgements.FirstOrDefault(judgement => judgement?.Score is not (>= 1 and <= BestScore)) switch
    {
        { } judgement => $"The score {judgement.Score} of example {judgement.Id} is not 1 to {BestScore}.",
        _ => Judgements.Any(judgement => judgement is null) ? "An entry of judgements is null." : null,
    };
}

/// <summary>What a judge thinks of an example.</summary>
/// <param name="Id">The example's id.</param>
/// <param name="Reason">Why.</param>
/// <param name="Score">1 to 5.</param>
internal sealed record Judgement(string Id, string Reason, int Score);
