using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Tests.Support;

/// <summary>Inputs that many tests share.</summary>
internal static class Given
{
    public static PromptSet Words { get; } = new(
        "You are a patient teacher of arithmetic.", "problem", "The student answers short problems.", "Write one step after the other.");

    public static StudentError Error(int number) =>
        new($"item-{number}", null, $"What is {number}+{number} if `x` < \"y\"?", $"response no. {number}: it's 1 & 2", $"gold-{number}");

    public static List<StudentError> Errors(int count) => [.. Enumerable.Range(1, count).Select(Error)];

    public static OrderContext Order(string id, int count, string? skill = null, IReadOnlyList<StudentError>? errors = null) =>
        new(new Order(id, skill, count, [.. (errors ?? []).Select(error => error.ItemId)]), errors ?? []);

    public static DataRequest Request(params OrderContext[] orders) => new(2, 0, orders, Words, Allowance.Unlimited, 7);
}
