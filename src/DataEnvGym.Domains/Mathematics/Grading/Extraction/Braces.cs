namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>Matches braces; escaped ones do not count.</summary>
internal static class Braces
{
    /// <summary>The position behind the brace that closes the one at <paramref name="open"/>; the end of the text where none does.</summary>
    public static int End(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '{')
            {
                depth++;
            }
            else if (text[i] == '}' && --depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    /// <summary>Whether the brace at a position is closed.</summary>
    public static bool IsClosed(string text, int open) => End(text, open) is var end && text[end - 1] == '}' && end - 1 > open;
}
