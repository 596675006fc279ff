using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code;
using DataEnvGym.Domains.Code.Testing;

namespace DataEnvGym.Cli.Views;

/// <summary>Of what kinds items are, counted; what they say nothing of is missing.</summary>
/// <param name="Tests">Tests of programs, by kind.</param>
/// <param name="Origins">Items by origin.</param>
/// <param name="Levels">Items by level.</param>
internal sealed record LoadedItems(IReadOnlyDictionary<string, int>? Tests, IReadOnlyDictionary<string, int>? Origins, IReadOnlyDictionary<string, int>? Levels)
{
    public static LoadedItems Of(ITask task, IReadOnlyList<Item> items) => new(
        task.Domain is CodeDomain ? Count(items.Where(item => item.Check is not null).SelectMany(item => CodeTests.Read(item.Check!).Tests).Select(KindOf)) : null,
        Count(items.Select(item => item.Origin)),
        Count(items.Where(item => item.Level is not null).OrderBy(item => item.Level).Select(item => $"{item.Level}")));

    private static string KindOf(CodeTest test) => test switch { CallTest => "call", OutputTest => "output", _ => "script" };

    private static Dictionary<string, int>? Count(IEnumerable<string?> names)
    {
        var counts = names.OfType<string>().GroupBy(name => name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return counts.Count == 0 ? null : counts;
    }
}
