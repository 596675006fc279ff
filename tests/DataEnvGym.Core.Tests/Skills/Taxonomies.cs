using DataEnvGym.Core.Skills;

namespace DataEnvGym.Core.Tests.Skills;

/// <summary>Taxonomies written as text.</summary>
internal static class Taxonomies
{
    /// <summary>From lines such as <c>add: 1 2 3</c>.</summary>
    public static Taxonomy Of(params string[] lines)
    {
        var skills = lines.Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal);
        var assignments = lines.SelectMany(line => line.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => (item, line.Split(':')[0])));
        return new(1, [.. skills], assignments.ToDictionary());
    }
}
