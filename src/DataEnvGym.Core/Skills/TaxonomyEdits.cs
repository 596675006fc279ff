namespace DataEnvGym.Core.Skills;

/// <summary>Changes to a taxonomy. Each makes the next version, which knows its parent and what was done.</summary>
public static class TaxonomyEdits
{
    /// <summary>Gives a skill another name.</summary>
    /// <param name="taxonomy">What is changed.</param>
    /// <param name="skill">Its name so far.</param>
    /// <param name="name">A name that no skill has; to join two skills, merge them.</param>
    /// <exception cref="TaxonomyException">There is no such skill, or the name cannot be used.</exception>
    public static Taxonomy Rename(Taxonomy taxonomy, string skill, string name)
    {
        Find(taxonomy, skill);
        CheckNew(taxonomy, name);
        return Next(
            taxonomy,
            [.. taxonomy.Skills.Where(other => other != skill), name],
            taxonomy.Assignments.Select(pair => (pair.Key, pair.Value == skill ? name : pair.Value)),
            $"renamed {skill} to {name}");
    }

    /// <summary>Puts skills together.</summary>
    /// <param name="taxonomy">What is changed.</param>
    /// <param name="into">The name of all of them from now on: one of theirs, or a new one.</param>
    /// <param name="skills">Which; together with <paramref name="into"/> at least two.</param>
    /// <exception cref="TaxonomyException">There is no such skill, the name cannot be used, or there is nothing to put together.</exception>
    public static Taxonomy Merge(Taxonomy taxonomy, string into, IReadOnlyCollection<string> skills)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        ArgumentNullException.ThrowIfNull(skills);
        var merged = skills.ToHashSet(StringComparer.Ordinal);
        foreach (var skill in merged)
        {
            Find(taxonomy, skill);
        }

        if (!taxonomy.Skills.Contains(into))
        {
            CheckNew(taxonomy, into);
        }

        if (!merged.Any(skill => skill != into) || (merged.Count == 1 && !taxonomy.Skills.Contains(into)))
        {
            throw new TaxonomyException($"only one skill is named, so that there is nothing to merge into {into}; name at least two, or rename the one.");
        }

        var note = $"merged {string.Join(", ", merged.Order(StringComparer.Ordinal))} into {into}";
        merged.Add(into);
        return Next(
            taxonomy,
            [.. taxonomy.Skills.Where(skill => !merged.Contains(skill)), into],
            taxonomy.Assignments.Select(pair => (pair.Key, merged.Contains(pair.Value) ? into : pair.Value)),
            note);
    }

    /// <summary>Moves some items of a skill to a new one.</summary>
    /// <param name="taxonomy">What is changed.</param>
    /// <param name="skill">The skill.</param>
    /// <param name="items">Which of its items; not all of them.</param>
    /// <param name="into">The name of the new skill.</param>
    /// <exception cref="TaxonomyException">There is no such skill, an item is not of it, nothing would stay, or the name cannot be used.</exception>
    public static Taxonomy Split(Taxonomy taxonomy, string skill, IReadOnlyCollection<string> items, string into)
    {
        ArgumentNullException.ThrowIfNull(items);
        Find(taxonomy, skill);
        CheckNew(taxonomy, into);
        var moved = items.ToHashSet(StringComparer.Ordinal);
        if (moved.FirstOrDefault(item => taxonomy.SkillOf(item) != skill) is { } stranger)
        {
            throw new TaxonomyException($"item {stranger} is not of the skill {skill} (it is {taxonomy.SkillOf(stranger)}); name items of {skill} alone.");
        }

        var all = taxonomy.Assignments.Count(pair => pair.Value == skill);
        if (moved.Count == 0 || moved.Count == all)
        {
            throw new TaxonomyException($"{moved.Count} of the {all} items of {skill} are named; name some and not all, or rename the skill.");
        }

        return Next(
            taxonomy,
            [.. taxonomy.Skills, into],
            taxonomy.Assignments.Select(pair => (pair.Key, moved.Contains(pair.Key) ? into : pair.Value)),
            $"split {moved.Count} of {all} items from {skill} into {into}");
    }

    /// <summary>Adds items that had no skill.</summary>
    /// <param name="taxonomy">What is changed.</param>
    /// <param name="items">Item id → one of the skills.</param>
    /// <exception cref="TaxonomyException">There is no such skill.</exception>
    public static Taxonomy Assign(Taxonomy taxonomy, IReadOnlyDictionary<string, string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var skill in items.Values)
        {
            Find(taxonomy, skill);
        }

        return Next(
            taxonomy,
            taxonomy.Skills,
            [.. taxonomy.Assignments.Select(pair => (pair.Key, pair.Value)), .. items.Where(pair => !taxonomy.Assignments.ContainsKey(pair.Key)).Select(pair => (pair.Key, pair.Value))],
            $"assigned {items.Count} new items");
    }

    private static Taxonomy Next(Taxonomy taxonomy, IEnumerable<string> skills, IEnumerable<(string Item, string Skill)> assignments, string note) => new(
        taxonomy.Version + 1,
        [.. skills.Order(StringComparer.Ordinal)],
        new SortedDictionary<string, string>(assignments.ToDictionary(pair => pair.Item, pair => pair.Skill), StringComparer.Ordinal))
    {
        Parent = TaxonomyId.Of(taxonomy),
        Note = note,
        Task = taxonomy.Task,
    };

    private static void Find(Taxonomy taxonomy, string skill)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        if (!taxonomy.Skills.Contains(skill))
        {
            throw new TaxonomyException($"there is no skill {skill}.{Json.Suggestion.DidYouMean(skill, taxonomy.Skills)} The skills are {string.Join(", ", taxonomy.Skills)}.");
        }
    }

    private static void CheckNew(Taxonomy taxonomy, string name)
    {
        if (TaxonomyRules.FindNameProblem(name) is { } problem)
        {
            throw new TaxonomyException(problem);
        }

        if (taxonomy.Skills.Contains(name))
        {
            throw new TaxonomyException($"there is a skill {name} already; take another name, or merge the two.");
        }
    }
}
