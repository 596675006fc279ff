using System.Collections.Concurrent;
using System.Diagnostics;

namespace MutantsBench;

/// <summary>Runs the tests once for each fault, many faults in one process.</summary>
internal sealed class Testing(string copy, Area area)
{
    private const int Processes = 2;

    private readonly ConcurrentDictionary<int, string> results = new();
    private int limitSeconds = 600;

    /// <summary>What came of each fault: "caught", "time", "survived" or "unreached".</summary>
    /// <exception cref="InvalidOperationException">The tests fail without any fault.</exception>
    public async Task<IReadOnlyDictionary<int, string>> RunAsync(IReadOnlyList<int> ids)
    {
        var alone = Lines([0], alone: false).First();
        Console.WriteLine($"{area.Name}, {alone}");
        limitSeconds = double.TryParse(alone.Split(' ')[^2], out var seconds) ? (int)(10 + (4 * seconds)) : throw new InvalidOperationException(alone);
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(part => Task.Run(() => RunAll([.. ids.Where((_, index) => index % Processes == part)]))));
        // A table that is made once was made without the fault: what may have survived by that runs again in a process that has the fault from the start.
        await Parallel.ForEachAsync(ids.Where(id => results[id] is "unsure"), new ParallelOptions { MaxDegreeOfParallelism = Processes }, async (id, _) =>
            results[id] = await Task.Run(() => RunOne(id)));
        return results;
    }

    private void RunAll(List<int> rest)
    {
        while (rest.Count > 0)
        {
            var begun = 0;
            foreach (var line in Lines(rest, alone: false).Where(line => char.IsDigit(line[0])))
            {
                if (line.Split(' ') is [var id, "begun"])
                {
                    begun = int.Parse(id);
                }
                else if (line.Split(' ') is [var number, var result, ..])
                {
                    results[int.Parse(number)] = result;
                }
            }

            if (begun != 0)
            {
                results.TryAdd(begun, "caught"); // the process went down with it
            }

            if (rest.RemoveAll(results.ContainsKey) == 0)
            {
                throw new InvalidOperationException($"The tests of the {area.Name} fail without any fault.");
            }
        }
    }

    private string RunOne(int id) => Lines([id], alone: true).LastOrDefault()?.Split(' ') is [_, var result and not "begun", ..] ? result : "caught";

    private IEnumerable<string> Lines(List<int> ids, bool alone)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(copy, "bench/mutants/Runner/bin/Release/net10.0/MutantsRunner.dll"), area.Assembly, area.Tests, $"{limitSeconds}", .. ids.Select(id => $"{id}")])
        {
            WorkingDirectory = copy,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (alone)
        {
            start.Environment["MUTANT"] = $"{ids[0]}";
        }

        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
