using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Procedural;

namespace DataEnvGym.Domains.Mathematics;

/// <summary>
/// Math with worked solutions. One notation for all its tasks: the student reads the problem and a line end, and writes the solution, one number sign
/// and the answer: <c>347+285⏎</c> → <c>7+5=12,4+8+1=13,3+2+1=6#632</c>. With nothing to work out the target is <c>#answer</c>.
/// </summary>
public sealed class MathDomain : IDomain
{
    private readonly Func<string, string?> identify;

    private MathDomain(PromptSet prompts, Func<string, string?> identify)
    {
        Prompts = prompts;
        this.identify = identify;
    }

    /// <summary>Math problems of one short line in a notation of their own; the procedural benchmark.</summary>
    public static MathDomain ShortProblems { get; } = new(
        MathPrompts.ShortProblems, prompt => ProceduralMath.Solve(prompt) is { } problem ? $"{problem.Skill.Name}|{problem.Key}" : null);

    /// <summary>Math problems told in a few sentences; GSM8K.</summary>
    public static MathDomain Stories { get; } = new(MathPrompts.Stories, _ => null);

    /// <inheritdoc/>
    public string Name => "math";

    /// <inheritdoc/>
    public PromptSet Prompts { get; }

    /// <inheritdoc/>
    public string FormatPrompt(string prompt) => $"{prompt.Trim()}\n";

    /// <inheritdoc/>
    public TrainingText FormatExample(string prompt, string solution, string answer) =>
        new(FormatPrompt(prompt), $"{solution.Trim()}#{answer.Trim()}");

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
