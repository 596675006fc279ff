using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Offline;

/// <summary>How the offline teacher names, groups and chooses skills: by recognising the benchmark's questions.</summary>
internal static class OfflineLabels
{
    private static readonly IReadOnlyList<string> Names = [.. ProceduralMath.Skills.Select(skill => skill.Name)];

    /// <summary>Names the skill of each item; a share of them wrongly, on purpose.</summary>
    public static LabelSkillsAnswer Label(LabelSkillsRequest request, Rng rng, TeacherFaults faults) => new(
        [.. request.Items.Select(item => new SkillLabel(item.Id, Disturb(ProceduralMath.Recognize(item.Prompt)?.Skill.Name, Names, rng, faults) ?? SkillName.Unknown))]);

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

        string? Choose(ItemToLabel item) => ProceduralMath.Recognize(item.Prompt) is { } seen
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
