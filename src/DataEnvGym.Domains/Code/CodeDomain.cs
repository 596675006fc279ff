using System.Text.RegularExpressions;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Code;

/// <summary>Python programs, judged by running them.</summary>
public sealed partial class CodeDomain : IDomain
{
    private readonly bool isShort;

    private CodeDomain(PromptSet prompts, bool isShort, ISandbox sandbox)
    {
        Prompts = prompts;
        this.isShort = isShort;
        Checker = new CodeChecker(sandbox, prompt => isShort ? StarterOf(prompt) : null);
    }

    /// <inheritdoc/>
    public string Name => "code";

    /// <inheritdoc/>
    public PromptSet Prompts { get; }

    /// <summary>Runs the answers of drafts against the tests that their writer gave.</summary>
    public IAnswerChecker Checker { get; }

    /// <summary>Functions of one short line in a notation of their own, of which the student writes the expression alone: <c>f(s): s backwards</c> → <c>s[::-1]</c>; the procedural benchmark.</summary>
    /// <param name="sandbox">Where answers of drafts are run.</param>
    public static CodeDomain ShortFunctions(ISandbox sandbox) => new(CodePrompts.ShortFunctions, true, sandbox);

    /// <summary>Whole programs and functions, told in words; the answer stands in a block of Python.</summary>
    /// <param name="sandbox">Where answers of drafts are run.</param>
    public static CodeDomain Programs(ISandbox sandbox) => new(CodePrompts.Programs, false, sandbox);

    /// <inheritdoc/>
    public string FormatPrompt(string prompt) => $"{prompt.Trim()}\n";

    /// <summary>The expression alone for a short function, which has no room for words; else the solution, if there is one, and the code in a block of Python.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="solution">The worked solution; may be empty.</param>
    /// <param name="answer">The code.</param>
    public TrainingText FormatExample(string prompt, string solution, string answer) => new(
        FormatPrompt(prompt),
        isShort ? answer.Trim() : $"{(string.IsNullOrWhiteSpace(solution) ? "" : solution.Trim() + "\n")}```python\n{answer.TrimEnd()}\n```");

    /// <summary>The code, and what stands before its block.</summary>
    /// <param name="response">Any text.</param>
    public (string Solution, string Answer) SplitResponse(string response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return CodeText.Extract(response) is { } code && response.IndexOf("```", StringComparison.Ordinal) is var block and >= 0
            ? (response[..block].Trim(), code)
            : ("", response);
    }

    /// <summary>Its words and signs in lower case, with a space between two words alone. No two functions of the benchmark are told in two ways, so that this is their content.</summary>
    /// <param name="prompt">Any text.</param>
    public string Canonicalize(string prompt) => PromptText.Squeeze(prompt);

    /// <summary>The code before the expression, from the head of a short function's prompt.</summary>
    internal static CodeStarter? StarterOf(string prompt) => Head().Match(prompt.Trim()) is { Success: true } head ? new(head.Groups["name"].Value, $"def {head.Groups["head"].Value}: return ") : null;

    [GeneratedRegex(@"\A(?<head>(?<name>[a-z]\w{0,20})\([a-z0-9_, ]{0,40}\)):", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
