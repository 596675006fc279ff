namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Cuts LaTeX or plain mathematics into tokens, in one pass.</summary>
internal sealed class Lexer
{
    // No answer that a person writes has more.
    private const int MaxTokens = 1_500;

    private readonly string text;
    private readonly CommaStyle commas;
    private readonly List<Token> tokens = [];
    private int position;
    private bool spaced;

    private Lexer(string text, CommaStyle commas) => (this.text, this.commas) = (text, commas);

    public static List<Token> Read(string text, CommaStyle commas, WorkBudget budget)
    {
        var lexer = new Lexer(text, commas);
        while (lexer.position < text.Length)
        {
            budget.Spend();
            lexer.Step();
            if (lexer.tokens.Count > MaxTokens)
            {
                throw new MathSyntaxException("The answer is too long.");
            }
        }

        return lexer.tokens;
    }

    private void Step()
    {
        var c = text[position];
        if (char.IsWhiteSpace(c) || c is '$' or '~' or '"' or '`' or '€' or '£' or '¥' or '“' or '”' or '?')
        {
            position++;
            spaced = true;
        }
        else if (char.IsAsciiDigit(c) || (c == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])))
        {
            Push(NumberLexer.Read(text, ref position, commas, spaced));
        }
        else if (c == '\\')
        {
            Command();
        }
        else if (char.IsAsciiLetter(c))
        {
            Letters();
        }
        else
        {
            Other(c);
        }
    }

    private void Letters()
    {
        var (start, before) = (position, tokens.Count > 0 ? tokens[^1] : default);
        if (WordLexer.LengthOfRate(text.AsSpan(start), before) is > 0 and var length)
        {
            position += length;
            Push(new(TokenKind.Word, text[start..position], spaced));
            return;
        }

        while (position < text.Length && char.IsAsciiLetter(text[position]))
        {
            position++;
        }

        tokens.AddRange(WordLexer.Read(text[start..position], spaced, before, text.AsSpan(position)));
        spaced = false;
    }

    private void Command()
    {
        var start = ++position;
        while (position < text.Length && char.IsAsciiLetter(text[position]))
        {
            position++;
        }

        if (position == start)
        {
            Escaped(position < text.Length ? text[position++] : ' ');
            return;
        }

        var name = text[start..position];
        while (name.Length > 0 && !CommandTable.IsKnown(name))
        {
            // \quadx and \cdotx are slips for \quad x and \cdot x.
            name = name[..^1];
        }

        if (name.Length == 0)
        {
            // A newline that was escaped twice reads \n; any other unknown command is no mathematics.
            position = text[start] is 'n' or 't' ? start + 1 : throw new MathSyntaxException($"There is no command {text[start..position]}.");
            spaced = true;
            return;
        }

        position = start + name.Length;
        Named(name);
    }

    private void Named(string name)
    {
        if (name is "left" or "right")
        {
            Delimiter(name == "left");
        }
        else if (name is "begin" or "end")
        {
            var environment = (Braced() ?? "").TrimEnd('*');
            if (environment == "array" && name == "begin")
            {
                Braced();
            }

            Push(new(name == "begin" ? TokenKind.Begin : TokenKind.EndEnvironment, environment, spaced));
        }
        else if (name == "mathbb")
        {
            Push(new(TokenKind.Symbol, CommandTable.Set(Braced() ?? (position < text.Length ? text[position++].ToString() : "")), spaced));
        }
        else if (CommandTable.Texts.Contains(name))
        {
            tokens.AddRange(WordLexer.ReadText(Braced() ?? "", commas, tokens.Count > 0 ? tokens[^1] : default));
            spaced = true;
        }
        else if (CommandTable.Signs.GetValueOrDefault(name) is { } sign)
        {
            Push(new(TokenKind.Sign, sign, spaced));
        }
        else if (CommandTable.Functions.GetValueOrDefault(name) is { } function)
        {
            Push(new(TokenKind.Function, function, spaced));
        }
        else if (CommandTable.Symbols.GetValueOrDefault(name) is { } symbol)
        {
            Push(new(TokenKind.Symbol, symbol, spaced));
        }
        else
        {
            spaced = true;
        }
    }

    // \left| and \right| tell which bar opens; \left. is no bracket at all.
    private void Delimiter(bool left)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (position < text.Length && text[position] is '|' or '.')
        {
            if (text[position++] == '|')
            {
                Push(new(TokenKind.Sign, left ? "abs(" : "abs)", spaced));
            }
        }
    }

    private void Escaped(char c)
    {
        if (c is '{' or '}')
        {
            Push(new(TokenKind.Sign, c == '{' ? "\\{" : "\\}", spaced));
        }
        else if (c is '%' or '|' or '_' or '\\' or '#')
        {
            Push(new(TokenKind.Sign, c == '\\' ? "\\\\" : c.ToString(), spaced));
        }
        else if (c is not ('(' or ')' or '[' or ']') || tokens.Count > 0)
        {
            // Thin spaces, escaped currency and the delimiters of mathematics separate, no more.
            spaced = true;
        }
    }

    private void Other(char c)
    {
        position++;
        var next = position < text.Length ? text[position] : ' ';
        if (CommandTable.Unicode.GetValueOrDefault(c) is { } sign)
        {
            Push(new(TokenKind.Sign, sign, spaced));
        }
        else if (Superscripts.Read(text, ref position) is { } replaced)
        {
            tokens.AddRange(replaced);
            spaced = false;
        }
        else if ((c, next) is ('<', '=') or ('>', '=') or ('*', '*') || ((c, next) is ('!', '=') && (spaced || tokens is not [.., { Kind: TokenKind.Number } or { Text: ")" }])))
        {
            position++;
            Push(new(TokenKind.Sign, c switch { '<' => "≤", '>' => "≥", '!' => "≠", _ => "^" }, spaced));
        }
        else if (c == '&' && next is '=' or '<' or '>')
        {
            // In an alignment the mark stands before the comparator and means nothing.
            spaced = true;
        }
        else if ("+-*/^_=<>()[]{}|,;:!%&'.".Contains(c))
        {
            Push(new(TokenKind.Sign, c.ToString(), spaced));
        }
        else if (char.IsLetter(c))
        {
            Push(new(TokenKind.Symbol, c.ToString(), spaced));
        }
        else
        {
            throw new MathSyntaxException($"{c} is no sign of mathematics.");
        }
    }

    private string? Braced()
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (position >= text.Length || text[position] != '{')
        {
            return null;
        }

        var start = position + 1;
        position = Extraction.Braces.End(text, position);
        return text[start..Math.Max(start, position - 1)];
    }

    private void Push(Token token)
    {
        tokens.Add(token);
        spaced = false;
    }
}
