using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    End,

    /// <summary>A number; its digits are the text.</summary>
    Number,

    /// <summary>One variable or constant.</summary>
    Symbol,

    /// <summary>A function or command that takes arguments, by its bare name: sqrt, frac, sin.</summary>
    Function,

    /// <summary>An operator, bracket or separator, by the signs in <see cref="CommandTable"/>.</summary>
    Sign,

    /// <summary>A word that means nothing to the parser, or a unit.</summary>
    Word,

    /// <summary>The begin of an environment, by its name.</summary>
    Begin,
    EndEnvironment,
}

/// <summary>A piece of an answer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its name or sign.</param>
/// <param name="Spaced">Whether white space stands before it.</param>
/// <param name="Number">The number, if it is one.</param>
internal readonly record struct Token(TokenKind Kind, string Text, bool Spaced = false, NumberNode? Number = null)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;
}
