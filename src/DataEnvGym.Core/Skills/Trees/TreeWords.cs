namespace DataEnvGym.Core.Skills.Trees;

/// <summary>Says in few words what was done to a tree.</summary>
public static class TreeWords
{
    /// <summary>The most lines for one iteration: a status is kept small.</summary>
    public const int MaxLines = 60;

    private const int MaxLength = 100;

    /// <summary>A line for each turn, and one for what there is no room for.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<TreeTurn> turns)
    {
        var lines = turns.Select(turn => Cut($"{Kind(turn.Action)} {turn.Skill}: {What(turn)}")).ToList();
        return lines.Count <= MaxLines ? lines : [.. lines.Take(MaxLines - 1), $"… and {lines.Count - MaxLines + 1} more"];
    }

    /// <summary>The word for an action, as in its JSON.</summary>
    public static string Kind(TreeAction action) => action is Explore ? "explore" : "exploit";

    /// <summary>What an action did, such as <c>+2 subskills</c> or <c>−30 in 3 allocations</c>.</summary>
    public static string What(TreeTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Action switch
        {
            Exploit { Deltas: var deltas } => deltas.Values.Any(delta => delta != 0)
                ? $"{deltas.Values.Sum(delta => (long)delta):+0;−0;±0} in {Plural(deltas.Values.Count(delta => delta != 0), "allocation")}"
                : "allocations unchanged",
            _ => turn.Added.Count == 0 ? "no new subskill" : $"+{Plural(turn.Added.Count, "subskill")}",
        };
    }

    private static string Plural(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Cut(string line) => line.Length <= MaxLength ? line : $"{line[..(MaxLength - 1)]}…";
}
