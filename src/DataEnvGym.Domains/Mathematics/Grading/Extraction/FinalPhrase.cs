using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>Finds the sentence that announces the answer: "The final answer is …", "Answer: …".</summary>
internal static partial class FinalPhrase
{
    /// <summary>The sentence behind the last such phrase; nothing where there is none.</summary>
    public static string? Sentence(string text)
    {
        var matches = Phrase().Matches(text);
        for (var i = matches.Count - 1; i >= 0 && i >= matches.Count - 5; i--)
        {
            var sentence = First(text[(matches[i].Index + matches[i].Length)..]);
            if (sentence.Length > 0)
            {
                return sentence;
            }
        }

        return null;
    }

    private static string First(string rest)
    {
        rest = rest.TrimStart(' ', '\n', '\r', '\t', '*', ':', '"', '_');
        var segments = Segments.Find(rest.Length > 5_000 ? rest = rest[..5_000] : rest);
        var segment = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            while (segment < segments.Count && segments[segment].End <= i)
            {
                segment++;
            }

            if (segment < segments.Count && i >= segments[segment].Start)
            {
                i = segments[segment].End - 1;
            }
            else if (rest[i] == '\n' || (rest[i] is '.' or '!' or '?' && (i + 1 == rest.Length || !char.IsLetterOrDigit(rest[i + 1]))))
            {
                // An exclamation mark behind a number is a factorial.
                if (rest[i] != '!' || i == 0 || !char.IsLetterOrDigit(rest[i - 1]) || char.IsLetter(rest[i - 1]))
                {
                    return rest[..i].Trim();
                }
            }
        }

        return rest.Trim();
    }

    [GeneratedRegex(@"\b(?:final[ \n]+answer|answer|correct[ \n]+(?:option|choice))\**(?:[ \n]+(?:is|are|would[ ]be|should[ ]be|must[ ]be|will[ ]be)\b(?:[ ]*:)?|[ ]*:|[ ]*\*\*[ ]*\n|[ ]*\n)", RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();
}
