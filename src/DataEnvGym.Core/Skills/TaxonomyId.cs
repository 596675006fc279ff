using System.Security.Cryptography;
using System.Text;

namespace DataEnvGym.Core.Skills;

/// <summary>Names taxonomies after what they say.</summary>
public static class TaxonomyId
{
    /// <summary>
    /// The first 16 hexadecimal digits of the SHA-256 of skills and assignments. Version, parent and note do not count: who undoes an edit has the taxonomy of
    /// before.
    /// </summary>
    public static string Of(Taxonomy taxonomy)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var text = new StringBuilder();
        foreach (var skill in taxonomy.Skills)
        {
            text.Append(skill).Append('\n');
        }

        foreach (var (item, skill) in taxonomy.Assignments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(item).Append('\t').Append(skill).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
