using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Exchange.Tests.Support;

/// <summary>Responses are solution, slash and answer; questions that differ in nothing but white space are the same.</summary>
internal sealed class SlashDomain : IDomain
{
    public string Name => "slash";

    public PromptSet Prompts { get; } = new("", "", "", "");

    public string FormatPrompt(string prompt) => prompt;

    public TrainingText FormatExample(string prompt, string solution, string answer) => new(prompt, $"{solution}/{answer}");

    public string Canonicalize(string prompt) => string.Concat(prompt.Where(letter => !char.IsWhiteSpace(letter)));
}
