using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Labelling;

namespace DataEnvGym.Teachers;

/// <summary>
/// Has a teacher name skills in three steps, after the metacognitive discovery of Didolkar et al. (2024): it labels each item, groups the labels into
/// skills, and chooses among these for the items whose label came into none. The outcome does not depend on the order in which the items come.
/// </summary>
/// <param name="chat">The teacher.</param>
public sealed class TeacherSkillDiscovery(StructuredChat chat) : ISkillDiscovery
{
    /// <summary>Most items that one call shows.</summary>
    public const int ItemsPerCall = 40;

    /// <summary>Most labels that one call groups.</summary>
    public const int LabelsPerCall = 200;

    /// <inheritdoc/>
    public async Task<SkillDiscovery> DiscoverAsync(
        IReadOnlyList<Item> items, int? count, PromptSet prompts, Allowance allowance, ulong seed, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var talk = new SkillTalk(chat, prompts, allowance, seed);
        var labels = await new ItemLabeller(talk, progress).LabelAsync(items, cancellationToken);
        var groups = await new LabelGrouper(talk).GroupAsync(labels.Values, count, cancellationToken);
        var skills = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (item, label) in labels.Where(pair => groups.ContainsKey(pair.Value)))
        {
            skills[item] = groups[label];
        }

        List<Item> open = [.. items.Where(item => labels.ContainsKey(item.Id) && !skills.ContainsKey(item.Id))];
        var names = groups.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var (item, skill) in await new ItemAssigner(talk, progress).AssignAsync(open, names, cancellationToken))
        {
            if (skill is not null)
            {
                skills[item] = skill;
            }
        }

        var taxonomy = new Taxonomy(1, [.. skills.Values.Distinct().Order(StringComparer.Ordinal)], skills) { Note = $"discovered by {chat.Teacher}" };
        return new SkillDiscovery(taxonomy, talk.Spent, talk.Malformed) { Calls = talk.Calls };
    }
}
