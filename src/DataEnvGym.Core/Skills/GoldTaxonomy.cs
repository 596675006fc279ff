using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Skills;

/// <summary>The skills that a task itself names.</summary>
public static class GoldTaxonomy
{
    /// <summary>The task's own skills. A slash in a name becomes a hyphen, since it separates a skill from its subskill.</summary>
    /// <param name="task">The task's name, for messages.</param>
    /// <param name="items">Its items.</param>
    /// <exception cref="TaxonomyException">No item has one.</exception>
    public static Taxonomy Of(string task, IReadOnlyCollection<Item> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var assignments = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => item.Skill is not null))
        {
            assignments[item.Id] = item.Skill!.Replace('/', '-');
        }

        return assignments.Count > 0
            ? new(1, [.. assignments.Values.Distinct().Order(StringComparer.Ordinal)], assignments) { Note = $"the skills that {task} names itself" }
            : throw new TaxonomyException($"{task} names no skills of its own; set skills.source to \"discovered\".");
    }
}
