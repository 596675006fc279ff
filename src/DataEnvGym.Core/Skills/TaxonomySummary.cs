namespace DataEnvGym.Core.Skills;

/// <summary>A taxonomy in numbers.</summary>
/// <param name="Id">Its <see cref="TaxonomyId"/>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Items">Items that it was asked about.</param>
/// <param name="Labelled">How many of them have a skill.</param>
/// <param name="Sizes">Items of each skill, the largest first.</param>
public sealed record TaxonomySummary(string Id, int Version, int Items, int Labelled, IReadOnlyList<SkillSize> Sizes)
{
    /// <summary>Share of the items that have a skill, 0..1.</summary>
    public double Coverage => Items == 0 ? 0 : (double)Labelled / Items;

    /// <summary>Counts.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="items">Ids of the items that it is asked about.</param>
    public static TaxonomySummary Of(Taxonomy taxonomy, IReadOnlyCollection<string> items)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        ArgumentNullException.ThrowIfNull(items);
        var counts = items.CountBy(taxonomy.SkillOf, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var sizes = taxonomy.Skills
            .Select(skill => new SkillSize(skill, counts.GetValueOrDefault(skill)))
            .OrderByDescending(size => size.Items)
            .ThenBy(size => size.Skill, StringComparer.Ordinal);
        return new(TaxonomyId.Of(taxonomy), taxonomy.Version, items.Count, items.Count - counts.GetValueOrDefault(Taxonomy.Unlabelled), [.. sizes]);
    }
}

/// <summary>How many items a skill has.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Items">Its items; may be 0.</param>
public sealed record SkillSize(string Skill, int Items);
