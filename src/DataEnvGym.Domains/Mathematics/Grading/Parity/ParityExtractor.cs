using DataEnvGym.Domains.Mathematics.Grading.Extraction;

namespace DataEnvGym.Domains.Mathematics.Grading.Parity;

/// <summary>
/// Finds answers as the scorer of DataEnvGym (Khan et al. 2024) does, which is that of Minerva (Lewkowycz et al. 2022): the gold answer in the last
/// box, that of a response behind one of two fixed sentences or in the last simple box between dollar signs.
/// </summary>
internal static class ParityExtractor
{
    private const string End = "I hope it is correct.";
    private const string Box = "$\\boxed{";

    // The rules below look at pairs of marks; on longer answers that would be slow, and no answer is so long.
    private const int LongestAnswer = 2_000;

    private static readonly string[] Beginnings = ["Final Answer: The final answer is", "Therefore, the final answer is"];

    /// <summary>The answer in a gold text: in its last box; where there is none, behind <c>####</c>, and else the whole text.</summary>
    public static string? OfGold(string text) => Bounded(LastBox(text) ?? Bare(text));

    /// <summary>The answer in a response; nothing where none of the three forms occurs.</summary>
    public static string? OfResponse(string response)
    {
        var text = $"{response} {End}";
        return Bounded(Beginnings.Select(beginning => Between(text, beginning)).FirstOrDefault(answer => answer is not null) ?? LastSimpleBox(text));
    }

    private static string? Bounded(string? answer) => answer is { Length: <= LongestAnswer } ? answer : null;

    private static string Bare(string text)
    {
        var mark = text.LastIndexOf("####", StringComparison.Ordinal);
        return (mark < 0 ? text : text[(mark + 4)..]).Trim();
    }

    // A box that is opened by a space ends at the next dollar sign.
    private static string? LastBox(string text)
    {
        if (text.LastIndexOf("\\boxed ", StringComparison.Ordinal) is >= 0 and var spaced)
        {
            return text[(spaced + 7)..].Split('$')[0];
        }

        var start = text.LastIndexOf("\\boxed", StringComparison.Ordinal);
        start = start < 0 ? text.LastIndexOf("\\fbox", StringComparison.Ordinal) : start;
        var open = start < 0 ? -1 : text.IndexOf('{', start);
        return open >= 0 && Braces.IsClosed(text, open) ? text[(open + 1)..(Braces.End(text, open) - 1)] : null;
    }

    // On one line alone. The first line on which both marks stand decides.
    private static string? Between(string text, string beginning)
    {
        for (var start = 0; (start = text.IndexOf(beginning, start, StringComparison.Ordinal)) >= 0;)
        {
            var from = start + beginning.Length;
            var line = text.IndexOf('\n', from) is >= 0 and var end ? end : text.Length;
            if (text.AsSpan(from, line - from).IndexOf(End) is >= 0 and var length)
            {
                return text.Substring(from, length);
            }

            start = line;
        }

        return null;
    }

    private static string? LastSimpleBox(string text)
    {
        for (var start = text.Length; start > 0 && (start = text.LastIndexOf(Box, start - 1, StringComparison.Ordinal)) >= 0;)
        {
            var from = start + Box.Length;
            var length = text.AsSpan(from).IndexOfAny('{', '}');
            if (length >= 0 && text.AsSpan(from + length).StartsWith("}$"))
            {
                return text.Substring(from, length);
            }
        }

        return null;
    }
}
