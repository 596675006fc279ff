using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Tests;

/// <summary>A domain in which two prompts are the same question if they differ in nothing but case and white space.</summary>
internal sealed class TextDomain : IDomain
{
    public string Name => "text";

    public PromptSet Prompts { get; } = new("", "", "", "");

    public string FormatPrompt(string prompt) => prompt;

    public TrainingText FormatExample(string prompt, string solution, string answer) => new(prompt, answer);

    public string Canonicalize(string prompt) => string.Concat(prompt.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}
