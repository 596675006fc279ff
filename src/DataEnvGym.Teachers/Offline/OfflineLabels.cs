using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Offline;

/// <summary>How the offline teacher names, groups and chooses skills: by recognising the benchmark's questions.</summary>
internal static class OfflineLabels
{
    /// <summary>Names the skill of each item; a share of them wrongly, on purpose.</summary>
    public static LabelSkillsAnswer Label(LabelSkillsRequest request, ProceduralBenchmark benchmark, Rng rng, TeacherFaults faults)
    {
        string[] names = [.. benchmark.Skills.Select(skill => skill.Name)];
        return new([.. request.Items.Select(item =>
            new SkillLabel(item.Id, Disturb(ProceduralBenchmarks.Recognize(item.Prompt)?.Skill.Name, names, rng, faults) ?? SkillName.Unknown))]);
    }

    /// <summary>Groups labels that mean the same skill; one that it does not know is a skill by itself.</summary>
    public static AggregateSkillsAnswer Aggregate(AggregateSkillsRequest request) => new(
        [.. request.Labels
            .GroupBy(label => Topic.Find(label)?.Skill.Name ?? label, StringComparer.Ordinal)
            .Select(group => new LabelGroup(group.Key, [.. group]))]);

    /// <summary>Chooses for each item; a share of them wrongly, on purpose.</summary>
    public static LabelSkillsAnswer Assign(AssignItemsRequest request, Rng rng, TeacherFaults faults)
    {
        var topics = request.Choices.Select(choice => (choice, Topic: Topic.Find(request.Skill is null ? choice : $"{request.Skill}/{choice}"))).ToList();
        return new([.. request.Items.Select(item => new SkillLabel(item.Id, Disturb(Choose(item), request.Choices, rng, faults) ?? SkillName.None))]);

        string? Choose(ItemToLabel item) => ProceduralBenchmarks.Recognize(item.Prompt) is { } seen
            ? topics.FirstOrDefault(pair => pair.Topic?.Skill == seen.Skill && (pair.Topic.Level ?? seen.Level) == seen.Level).choice
            : null;
    }

    private static string? Disturb(string? label, IReadOnlyList<string> names, Rng rng, TeacherFaults faults)
    {
        if (label is null || rng.NextDouble() >= faults.Mislabelled)
        {
            return label;
        }

        string[] others = [.. names.Where(name => name != label)];
        return others.Length == 0 ? label : rng.Pick(others);
    }
}
