namespace DataEnvGym.Core.Skills.Trees;

/// <summary>Paths of a skill tree: <c>skill</c>, <c>skill/subskill</c>, <c>skill/subskill/part</c> and so on.</summary>
public static class TreePath
{
    private const char Separator = '/';

    /// <summary>The path of a skill. A slash in its name, which the offline names never have, becomes a hyphen.</summary>
    public static string OfSkill(string skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return skill.Replace(Separator, '-');
    }

    /// <summary>The path of a child.</summary>
    public static string Child(string parent, string name) => $"{parent}{Separator}{name}";

    /// <summary>The skill that a path belongs to: what stands before its first slash.</summary>
    public static string Root(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var slash = path.IndexOf(Separator, StringComparison.Ordinal);
        return slash < 0 ? path : path[..slash];
    }

    /// <summary>The path one level up; none for a skill.</summary>
    public static string? Parent(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var slash = path.LastIndexOf(Separator);
        return slash < 0 ? null : path[..slash];
    }

    /// <summary>What stands after the last slash.</summary>
    public static string Name(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path[(path.LastIndexOf(Separator) + 1)..];
    }

    /// <summary>Whether a path is another or lies below it.</summary>
    /// <param name="path">A path; none lies nowhere.</param>
    /// <param name="ancestor">The other.</param>
    public static bool IsWithin(string? path, string ancestor)
    {
        ArgumentNullException.ThrowIfNull(ancestor);
        return path is not null && path.StartsWith(ancestor, StringComparison.Ordinal)
            && (path.Length == ancestor.Length || path[ancestor.Length] == Separator);
    }
}
