using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Exchange.Tests.Support;

/// <summary>Examples full of what a careless writer would spoil.</summary>
internal static class Given
{
    public static Example Plain { get; } = Example("ex-1", "2+2", "two and two", "4");

    public static Example Strange { get; } = Example("ex-2", "a \"b\"\n<c> é 𝔘 \\u0041 `x` \u2028 + 1/0", "", "\t--- | 東京\r\n") with
    {
        Skill = null,
        Check = "assert f(1) == 2",
        Provenance = new("math-1", 2, "selection", "none", "order-002", new("train", null, "item-7", [], 0) { SourceItems = ["item-8", "item-9"] }),
    };

    public static IReadOnlyList<Example> Both { get; } = [Plain, Strange];

    public static IReadOnlyList<TaughtText> Texts { get; } = [.. Both.Select(example => TaughtText.Of(example, new SlashDomain()))];

    public static Example Example(string id, string prompt, string solution, string answer) => new(
        id, prompt, solution, answer, "add", new("math-1", 1, "teacher", "uniform", "order-001", new("offline/1", "ab12", "call-3", ["probe-1", "probe-2"], ulong.MaxValue)));

    public static DroppedDraft Dropped(string prompt, string answer, string reason) => new(
        new Draft("order-009", "add", prompt, "by heart", answer, new("offline/1", "cd34", "call-9", [], 5)), reason, "2 of 3 solutions differ");
}
