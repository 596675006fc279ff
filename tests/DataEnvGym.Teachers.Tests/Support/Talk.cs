using System.Text.Json;
using DataEnvGym.Teachers.Prompts;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests.Support;

/// <summary>What a discovery asks, and answers to it.</summary>
internal static class Talk
{
    public static TeacherRequest? Of(ChatHistory messages) => DataBlock.Read(messages[1].Content!, out _);

    /// <summary>Each label a skill of its own, or grouped as given: <c>name: label label</c>.</summary>
    public static string Group(AggregateSkillsRequest request, params string[] groups) => JsonSerializer.Serialize(
        new AggregateSkillsAnswer(groups.Length == 0
            ? [.. request.Labels.Select(label => new LabelGroup(label, [label]))]
            : [.. groups.Select(group => new LabelGroup(group.Split(": ")[0], group.Split(": ")[1].Split(' ')))]),
        TeacherJson.Default.AggregateSkillsAnswer);

    public static string Label(IEnumerable<ItemToLabel> items, Func<string, string> labelOf) =>
        JsonSerializer.Serialize(new LabelSkillsAnswer([.. items.Select(item => new SkillLabel(item.Id, labelOf(item.Prompt)))]), TeacherJson.Default.LabelSkillsAnswer);
}
