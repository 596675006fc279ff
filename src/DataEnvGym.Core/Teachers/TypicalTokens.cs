namespace DataEnvGym.Core.Teachers;

/// <summary>Tokens of a text without its tokenizer, as it usually turns out. Bounds on what a call may cost are not made with it.</summary>
public static class TypicalTokens
{
    /// <summary>Characters in a token of English text: the rule of thumb that OpenAI gives.</summary>
    public const int CharactersPerToken = 4;

    /// <summary>Tokens of a text, rounded up.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (text.Length + CharactersPerToken - 1) / CharactersPerToken;
    }
}
