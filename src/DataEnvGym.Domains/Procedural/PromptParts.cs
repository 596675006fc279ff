using System.Text.RegularExpressions;
using DataEnvGym.Core;

namespace DataEnvGym.Domains.Procedural;

/// <summary>Small tools of the skills: they read the parts of a prompt and put texts together.</summary>
internal static class PromptParts
{
    /// <summary>A group of at most nine digits as a number.</summary>
    public static int Number(this Match match, int group) => int.Parse(match.Groups[group].ValueSpan);

    /// <summary>A group as text.</summary>
    public static string Text(this Match match, int group) => match.Groups[group].Value;

    /// <summary>The parts of a solution that are not empty, with a comma between them.</summary>
    public static string Steps(params ReadOnlySpan<string> parts)
    {
        var kept = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                kept.Add(part);
            }
        }

        return string.Join(',', kept);
    }

    /// <summary>Two numbers in rising order, by which commuted twins are one.</summary>
    public static (int Low, int High) Ordered(int a, int b) => a <= b ? (a, b) : (b, a);

    /// <summary>Characters drawn uniformly from a range, both ends included.</summary>
    public static string RandomText(Rng rng, int length, char first, char last)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            text[i] = (char)rng.Between(first, last);
        }

        return new string(text);
    }
}
