namespace DataEnvGym.Core.Skills;

/// <summary>What makes a taxonomy one.</summary>
internal static class TaxonomyRules
{
    private const int MaxNameLength = 60;
    private const int MaxSkills = 1_000;

    private static readonly HashSet<string> Reserved = new(["unknown", "none", Taxonomy.Unlabelled], StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a skill's name; nothing if it can be used.</summary>
    public static string? FindNameProblem(string name) => name switch
    {
        _ when Reserved.Contains(name) => $"\"{name}\" cannot be the name of a skill, since it says that an item has none; take another.",
        { Length: 0 or > MaxNameLength } => $"a skill's name has 1 to {MaxNameLength} characters, and this one has {name.Length}; shorten it or give one.",
        _ when name.Any(letter => letter is '/' or '`' || char.IsControl(letter)) || name.Trim() != name =>
            $"\"{name}\" cannot be the name of a skill; write it without slashes, backticks, line breaks and white space at its ends.",
        _ => null,
    };

    /// <summary>The first thing that is wrong with a taxonomy; nothing if it can be used.</summary>
    public static string? FindProblem(Taxonomy taxonomy)
    {
        if (taxonomy.Version < 1)
        {
            return $"version is {taxonomy.Version}; it must be 1 or more.";
        }

        if (taxonomy.Skills is null || taxonomy.Assignments is null)
        {
            return "skills and assignments must both be there; take a file that `dataenvgym skills export` wrote.";
        }

        if (taxonomy.Skills.Count > MaxSkills || taxonomy.Skills.Any(name => name is null))
        {
            return $"skills: there are {taxonomy.Skills.Count} entries; write at most {MaxSkills}, and none of them null.";
        }

        if (taxonomy.Skills.FirstOrDefault(name => FindNameProblem(name) is not null) is { } bad)
        {
            return $"skills: {FindNameProblem(bad)}";
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        if (taxonomy.Skills.FirstOrDefault(name => !names.Add(name)) is { } twice)
        {
            return $"skills: \"{twice}\" stands there twice; leave one out.";
        }

        var stray = taxonomy.Assignments.FirstOrDefault(pair => pair.Value is null || !names.Contains(pair.Value));
        return stray.Key is null ? null : $"assignments: item \"{stray.Key}\" has the skill \"{stray.Value}\", which is not under skills; add it there, or give the item another.";
    }
}
