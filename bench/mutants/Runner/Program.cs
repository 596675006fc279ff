using System.Diagnostics;
using MutantsRunner;

// Runs the tests of an area without a fault and then with each of the faults whose numbers are given, and says for each what came of it.
var (assembly, names, limit) = (args[0], args[1], TimeSpan.FromSeconds(int.Parse(args[2])));
using var tests = new Tests(assembly, names);
var alone = Environment.GetEnvironmentVariable("MUTANT") is not null;
if (!alone)
{
    var watch = Stopwatch.StartNew();
    Mutant.Asked = new bool[args.Skip(3).Select(int.Parse).DefaultIfEmpty().Max() + 1];
    var failure = tests.FirstFailure(_ => true);
    if (failure is not null)
    {
        Console.WriteLine($"without a fault, {failure} fails");
        return 1;
    }

    Console.WriteLine($"without a fault: {watch.Elapsed.TotalSeconds:0.0} s");
}

var asked = Mutant.Asked;
Mutant.Asked = null;
// What is asked for in a second run, too, is no part of a table that is made once.
var again = new Lazy<bool[]>(() =>
{
    Mutant.Asked = new bool[asked!.Length];
    tests.FirstFailure(_ => true);
    (var second, Mutant.Asked) = (Mutant.Asked, null);
    return second;
});
var killers = new Dictionary<string, int>();
foreach (var id in args.Skip(3).Select(int.Parse))
{
    if (asked is not null && !asked[id])
    {
        Console.WriteLine($"{id} unreached");
        continue;
    }

    Console.WriteLine($"{id} begun");
    using var timer = new Timer(_ =>
    {
        Console.WriteLine($"{id} time");
        Process.GetCurrentProcess().Kill();
    }, null, limit, Timeout.InfiniteTimeSpan);
    Mutant.Chosen = id;
    // The classes that found most so far go first.
    var first = killers.OrderByDescending(pair => pair.Value).Take(3).Select(pair => pair.Key).ToHashSet();
    var failed = (first.Count > 0 ? tests.FirstFailure(first.Contains) : null) ?? tests.FirstFailure(name => !first.Contains(name));
    Mutant.Chosen = 0;
    if (failed is not null)
    {
        killers[failed] = killers.GetValueOrDefault(failed) + 1;
    }

    timer.Change(Timeout.Infinite, Timeout.Infinite);
    Console.WriteLine(failed is not null ? $"{id} caught {failed}" : alone || again.Value[id] ? $"{id} survived" : $"{id} unsure");
}

return 0;
