using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Procedural;

namespace DataEnvGym.Domains.Mathematics;

/// <summary>
/// Math with worked solutions. The student reads the problem and a line end, and writes the solution, one number sign and the answer:
/// <c>347+285⏎</c> → <c>7+5=12,4+8+1=13,3+2+1=6#632</c>. With nothing to work out the target is <c>#answer</c>. For graders that look for it, the answer
/// stands in a box on a line of its own.
/// </summary>
public sealed class MathDomain : IDomain
{
    private readonly AnswerForm form;
    private readonly Func<string, string?> identify;

    private MathDomain(PromptSet prompts, AnswerForm form, Func<string, string?> identify)
    {
        Prompts = prompts;
        (this.form, this.identify) = (form, identify);
    }

    /// <summary>Math problems of one short line in a notation of their own; the procedural benchmark.</summary>
    public static MathDomain ShortProblems { get; } = new(
        MathPrompts.ShortProblems, AnswerForm.FinalAnswer, prompt => ProceduralMath.Solve(prompt) is { } problem ? $"{problem.Skill.Name}|{problem.Key}" : null);

    /// <summary>Math problems told in a few sentences; GSM8K.</summary>
    public static MathDomain Stories { get; } = StoriesFor(AnswerForm.FinalAnswer);

    /// <summary>Problems told in a few sentences, with answers in the form that a grader expects.</summary>
    internal static MathDomain StoriesFor(AnswerForm form) => new(MathPrompts.Stories, form, _ => null);

    /// <summary>Problems of competitions and the like, with answers in LaTeX; MATH.</summary>
    internal static MathDomain Problems(AnswerForm form) => new(MathPrompts.Problems, form, _ => null);

    /// <inheritdoc/>
    public string Name => "math";

    /// <inheritdoc/>
    public PromptSet Prompts { get; }

    /// <inheritdoc/>
    public string FormatPrompt(string prompt) => $"{prompt.Trim()}\n";

    /// <inheritdoc/>
    public TrainingText FormatExample(string prompt, string solution, string answer) =>
        new(FormatPrompt(prompt), form.Write(solution.Trim(), answer.Trim()));

    /// <inheritdoc/>
    public (string Solution, string Answer) SplitResponse(string response) => form.Split(response) ?? ("", response);

    /// <summary>
    /// The content of a problem that the benchmark knows, so that 347+285 and 285+347 are one question; of any other text its letters in lower case,
    /// without the white space that parts nothing: kept, as one space, only between two letters or digits.
    /// </summary>
    /// <param name="prompt">Any text.</param>
    public string Canonicalize(string prompt)
    {
        var squeezed = PromptText.Squeeze(prompt);
        var content = identify(prompt) ?? identify(squeezed);
        return content is null ? squeezed : PromptText.Squeeze(content);
    }
}
