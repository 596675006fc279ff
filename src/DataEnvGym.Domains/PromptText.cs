using System.Text;

namespace DataEnvGym.Domains;

/// <summary>What all domains do to the text of a prompt.</summary>
internal static class PromptText
{
    /// <summary>Its letters in lower case, without the white space that parts nothing: kept, as one space, only between two letters or digits.</summary>
    public static string Squeeze(string prompt)
    {
        var canonical = new StringBuilder(prompt.Length);
        var space = false;
        foreach (var c in prompt)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (space && canonical.Length > 0 && char.IsLetterOrDigit(c) && char.IsLetterOrDigit(canonical[^1]))
            {
                canonical.Append(' ');
            }

            canonical.Append(char.ToLowerInvariant(c));
            space = false;
        }

        return canonical.ToString();
    }
}
