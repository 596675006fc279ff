using System.Text;

namespace DataEnvGym.Students.Tokenizers;

/// <summary>One token per character: 0 padding, 1 begin, 2 end, 3 newline, 4 … 98 printable ASCII in order, 99 anything else.</summary>
internal static class CharTokenizer
{
    public const int VocabularySize = 100;
    public const int Padding = 0;
    public const int Begin = 1;
    public const int End = 2;
    public const int Unknown = 99;
    private const int NewLine = 3;
    private const int FirstPrintable = 4;

    /// <summary>Tokens of <paramref name="text"/>, one per Unicode code point, without begin or end.</summary>
    public static IEnumerable<int> Encode(string text) => text.EnumerateRunes().Select(rune => rune.Value switch
    {
        '\n' => NewLine,
        >= ' ' and <= '~' => rune.Value - ' ' + FirstPrintable,
        _ => Unknown,
    });

    /// <summary>Text of <paramref name="tokens"/>: unknown becomes U+FFFD, padding, begin and end become nothing.</summary>
    public static string Decode(IEnumerable<int> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            switch (token)
            {
                case NewLine: text.Append('\n'); break;
                case Unknown: text.Append('\uFFFD'); break;
                case >= FirstPrintable and < Unknown: text.Append((char)(token - FirstPrintable + ' ')); break;
            }
        }

        return text.ToString();
    }
}
