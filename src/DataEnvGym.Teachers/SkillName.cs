using System.Text;
using DataEnvGym.Core.Skills;

namespace DataEnvGym.Teachers;

/// <summary>One spelling for a name that a teacher may write in many ways.</summary>
internal static class SkillName
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxLength = 60;

    /// <summary>The label of a teacher that cannot tell.</summary>
    public const string Unknown = "unknown";

    /// <summary>The answer of a teacher that finds no choice that fits.</summary>
    public const string None = "none";

    /// <summary>Whether a normalised name says which skill it is.</summary>
    public static bool IsUsable(string name) => name is not ("" or Unknown or None or Taxonomy.Unlabelled);

    /// <summary>
    /// Lower-case letters and digits, every run of anything else as one hyphen, cut at <see cref="MaxLength"/>; empty if nothing is left.
    /// A slash goes too, since it separates a skill from its subskill.
    /// </summary>
    public static string Normalize(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.AsSpan())
        {
            if (char.IsLetterOrDigit(letter))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
            else if (text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }

            if (text.Length == MaxLength)
            {
                break;
            }
        }

        return text.ToString().TrimEnd('-');
    }
}
