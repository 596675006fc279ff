using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Labelling;

/// <summary>The second step: labels become skills that do not overlap.</summary>
/// <param name="talk">The calls.</param>
internal sealed class LabelGrouper(SkillTalk talk)
{
    /// <summary>
    /// Groups labels. Where the teacher gives no readable answer, or may not be asked any more, labels stand for themselves. One that it leaves out or puts
    /// under two skills gets none: which came first must not decide.
    /// </summary>
    /// <param name="labels">The labels, with repeats.</param>
    /// <param name="count">How many skills are wanted at the least; none to let the teacher decide.</param>
    /// <param name="cancellationToken">Stops between calls.</param>
    /// <returns>Label → skill.</returns>
    public async Task<IReadOnlyDictionary<string, string>> GroupAsync(IEnumerable<string> labels, int? count, CancellationToken cancellationToken)
    {
        var groups = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var distinct = labels.Distinct().Order(StringComparer.Ordinal).ToArray();
        foreach (var (call, chunk) in distinct.Chunk(TeacherSkillDiscovery.LabelsPerCall).Index())
        {
            var end = distinct.Length == 1 ? TalkEnd.Rejected : await AskAsync(groups, chunk, call, count, cancellationToken);
            if (end != TalkEnd.Answered || !chunk.Any(groups.ContainsKey))
            {
                foreach (var label in chunk)
                {
                    groups[label] = label;
                }
            }
        }

        return groups;
    }

    private Task<TalkEnd> AskAsync(SortedDictionary<string, string> groups, string[] chunk, int call, int? count, CancellationToken cancellationToken)
    {
        string[] known = [.. groups.Values.Distinct().Order(StringComparer.Ordinal).Take(TeacherSkillDiscovery.LabelsPerCall)];
        return talk.AskAsync(
            TeacherPrompts.AggregateSkills(talk.Prompts, new(chunk, known) { Count = count }),
            TeacherJson.Default.AggregateSkillsAnswer,
            ("aggregate", call),
            answer => Take(answer, chunk, groups),
            cancellationToken);
    }

    private static bool Take(AggregateSkillsAnswer answer, string[] chunk, SortedDictionary<string, string> groups)
    {
        var open = chunk.ToDictionary(label => label, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var clean = true;
        foreach (var group in answer.Skills)
        {
            var name = SkillName.Normalize(group.Name);
            foreach (var label in group.Labels)
            {
                clean &= SkillName.IsUsable(name) && open.TryGetValue(SkillName.Normalize(label), out var names) && names.Add(name);
            }
        }

        foreach (var (label, names) in open)
        {
            if (names.Count == 1)
            {
                groups[label] = names.Single();
            }
        }

        return clean && open.Values.All(names => names.Count == 1);
    }
}
