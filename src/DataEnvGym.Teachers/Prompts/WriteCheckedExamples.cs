using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Written examples, each with what its answer is checked by; for domains that say how in <see cref="Core.Agents.PromptSet.CheckRules"/>.</summary>
/// <param name="Examples">At most as many as were asked for.</param>
/// <param name="Exhausted">Whether the teacher has nothing new left for the request.</param>
internal sealed record WriteCheckedExamplesAnswer(IReadOnlyList<CheckedExample> Examples, bool Exhausted) : ICheckedAnswer
{
    /// <summary>An answer in this form.</summary>
    public static WriteCheckedExamplesAnswer Of(WriteExamplesAnswer answer) =>
        new([.. answer.Examples.Select(example => new CheckedExample(example.Prompt, example.Solution, example.Answer, example.Check ?? ""))], answer.Exhausted);

    /// <summary>The examples in the form that all domains share.</summary>
    public WriteExamplesAnswer ToAnswer() =>
        new([.. Examples.Select(example => new WrittenExample(example.Prompt, example.Solution, example.Answer) { Check = example.Check })], Exhausted);

    /// <inheritdoc/>
    public string? FindProblem() => Examples.Any(example => example is null) ? "An example is null." : ToAnswer().FindProblem();
}

/// <summary>One training example with what its answer is checked by.</summary>
/// <param name="Prompt">The question.</param>
/// <param name="Solution">The worked solution without the answer.</param>
/// <param name="Answer">The final answer.</param>
/// <param name="Check">Such as tests of code.</param>
internal sealed record CheckedExample(string Prompt, string Solution, string Answer, string Check);
