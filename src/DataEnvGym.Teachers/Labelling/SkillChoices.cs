namespace DataEnvGym.Teachers.Labelling;

/// <summary>Reads choices as teachers write them: in another spelling, or a path by its last part alone where that is clear.</summary>
/// <param name="offered">Names or paths of skills.</param>
internal sealed class SkillChoices(IReadOnlyList<string> offered)
{
    private readonly ILookup<string, string> byPath = offered.ToLookup(Spelling);
    private readonly ILookup<string, string> byName = offered.ToLookup(choice => SkillName.Normalize(choice[(choice.LastIndexOf('/') + 1)..]));

    /// <summary>What they are parts of; none for whole skills.</summary>
    public string? Parent { get; } = offered[0].LastIndexOf('/') is >= 0 and var end ? offered[0][..end] : null;

    /// <summary>Reads a choice.</summary>
    /// <param name="written">What the teacher wrote.</param>
    /// <param name="choice">The choice; null for none of them.</param>
    /// <returns>Whether it is one that may be given.</returns>
    public bool TryRead(string written, out string? choice)
    {
        choice = offered.Contains(written, StringComparer.Ordinal) ? written : Only(byPath[Spelling(written)]) ?? Only(byName[SkillName.Normalize(written)]);
        return choice is not null || SkillName.Normalize(written) is { Length: > 0 } name && !SkillName.IsUsable(name);
    }

    private static string? Only(IEnumerable<string> found) => found.Take(2).ToList() is [var one] ? one : null;

    private static string Spelling(string path) => string.Join('/', path.Split('/').Select(SkillName.Normalize));
}
