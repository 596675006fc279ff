using DataEnvGym.Core.Skills;

namespace DataEnvGym.Cli.Views;

/// <summary>What changed between two taxonomies, on the terminal: one line for each change.</summary>
internal static class TaxonomyDiffView
{
    private const int MostMoves = 20;

    public static void Write(TaxonomyDiff diff)
    {
        foreach (var line in Lines(diff))
        {
            Console.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(TaxonomyDiff diff) =>
    [
        .. diff.IsEmpty ? (string[])["no difference"] : [],
        .. diff.Added.Select(skill => $"added    {skill}"),
        .. diff.Removed.Select(skill => $"removed  {skill}"),
        .. diff.Renamed.Select(change => $"renamed  {change.Before} to {change.After}"),
        .. diff.Merged.Select(change => $"merged   {string.Join(", ", change.Before)} into {change.After}"),
        .. diff.Split.Select(change => $"split    {change.Before} into {string.Join(", ", change.After)}"),
        .. diff.Moved.Take(MostMoves).Select(item => $"moved    {item.Item} from {item.Before} to {item.After}"),
        .. diff.Moved.Count > MostMoves ? (string[])[$"moved    {diff.Moved.Count - MostMoves:N0} more items; --json lists all"] : [],
        .. diff.Assigned.Count > 0 ? (string[])[$"assigned {diff.Assigned.Count:N0} items that had no skill"] : [],
        .. diff.Unassigned.Count > 0 ? (string[])[$"dropped  {diff.Unassigned.Count:N0} items, which have no skill any more"] : [],
    ];
}
