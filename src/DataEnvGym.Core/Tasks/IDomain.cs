using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Tasks;

/// <summary>
/// All that the loop needs to know about a kind of task (math, code, visual questions, tool use). Everything else is shared.
/// </summary>
public interface IDomain
{
    /// <summary>The domain's name, such as <c>math</c>.</summary>
    string Name { get; }

    /// <summary>The words with which a teacher is asked about this domain.</summary>
    PromptSet Prompts { get; }

    /// <summary>The text that a student is given for an item's prompt; the same in training and in examination.</summary>
    string FormatPrompt(string prompt);

    /// <summary>Turns an example into the text that a student learns from.</summary>
    TrainingText FormatExample(string prompt, string solution, string answer);

    /// <summary>
    /// Finds solution and answer in a response, the inverse of <see cref="FormatExample"/> for what it wrote. A response in which no answer can be told from its
    /// solution is all answer.
    /// </summary>
    /// <param name="response">Any text.</param>
    (string Solution, string Answer) SplitResponse(string response) => ("", response);

    /// <summary>
    /// The form of a prompt by which two are the same question: white space, case and the like removed.
    /// Two prompts with the same canonical form never stand in different splits.
    /// </summary>
    string Canonicalize(string prompt);

    /// <summary>What checks the answers of drafts; none where a domain cannot without a teacher.</summary>
    IAnswerChecker? Checker => null;
}
