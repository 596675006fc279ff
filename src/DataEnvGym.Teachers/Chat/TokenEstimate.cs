using System.Text;
using DataEnvGym.Core.Teachers;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Chat;

/// <summary>Tokens of a text without its tokenizer.</summary>
internal static class TokenEstimate
{
    private const int TemplateTokensPerMessage = 8;

    /// <summary>What English text usually takes.</summary>
    public static int Typical(string text) => TypicalTokens.Of(text);

    /// <summary>The start of a text that takes at most <paramref name="tokens"/> of <see cref="Typical(string)"/>.</summary>
    public static string Cut(string text, int tokens) => Typical(text) <= tokens ? text : text[..(tokens * TypicalTokens.CharactersPerToken)];

    /// <summary>The sum of <see cref="Typical(string)"/> over the messages.</summary>
    public static int Typical(ChatHistory messages) => messages.Sum(message => Typical(message.Content ?? ""));

    /// <summary>
    /// No byte-level tokenizer makes more tokens of a text than it has bytes. Budgets are checked against this bound, since digits and JSON take
    /// far more tokens than the rule of thumb says.
    /// </summary>
    public static long AtMost(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The bound for a whole call: its messages and the marks that a chat template puts around each.</summary>
    public static long AtMost(ChatHistory messages) =>
        messages.Sum(message => AtMost(message.Content ?? "") + TemplateTokensPerMessage);
}
