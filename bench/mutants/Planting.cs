using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace MutantsBench;

/// <summary>Writes faults into a copy of the repository, each behind a switch, and builds it.</summary>
internal static class Planting
{
    private const string Switches = """
        public static class Mutant
        {
            public static int Chosen = int.TryParse(System.Environment.GetEnvironmentVariable("MUTANT"), out var chosen) ? chosen : 0;

            /// <summary>Which switches were asked for, while that is of interest.</summary>
            public static bool[]? Asked;

            public static bool On(int id)
            {
                if (Asked is { } asked && id < asked.Length)
                {
                    asked[id] = true;
                }

                return id == Chosen;
            }
        }
        """;

    /// <summary>Builds the copy with the faults; those that do not compile are taken from the list.</summary>
    /// <param name="copy">The folder of the copy.</param>
    /// <param name="sources">The source as it was, by path.</param>
    /// <param name="mutants">The faults.</param>
    public static void Build(string copy, IReadOnlyDictionary<string, SyntaxNode> sources, List<Mutant> mutants)
    {
        File.WriteAllText(Path.Combine(copy, "src/DataEnvGym.Core/Mutant.cs"), Switches);
        while (true)
        {
            foreach (var (path, source) in sources)
            {
                var planted = mutants.Where(mutant => mutant.Path == path).ToLookup(mutant => mutant.Mutation.Host);
                var root = source.ReplaceNodes(planted.Select(group => group.Key), (host, done) =>
                    planted[host].Aggregate(done, (node, mutant) => mutant.Mutation.Plant(node, $"Mutant.On({mutant.Id})")).WithTriviaFrom(host));
                File.WriteAllText(path, root.ToFullString());
            }

            var (code, output) = Run(copy, "dotnet", "build bench/mutants/Runner -c Release -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false -v quiet -nologo");
            if (code == 0)
            {
                return;
            }

            var faulty = Regex.Matches(output, @"(?m)^(?<file>/[^(:\n]+)\((?<line>\d+),(?<column>\d+)\): error").Select(Culprit).ToHashSet();
            var removed = mutants.RemoveAll(mutant => faulty.Contains(mutant.Id));
            if (removed == 0)
            {
                throw new InvalidOperationException(output);
            }

            Console.WriteLine($"{removed} faults do not compile");
        }
    }

    /// <summary>The switch that stands last before the place that the compiler names.</summary>
    private static int Culprit(Match error)
    {
        var lines = File.ReadAllLines(error.Groups["file"].Value)[..int.Parse(error.Groups["line"].Value)];
        lines[^1] = lines[^1][..Math.Min(lines[^1].Length, int.Parse(error.Groups["column"].Value) + "Mutant.On(12345)".Length)];
        return lines.Reverse().Select(line => Regex.Matches(line, @"Mutant\.On\((\d+)\)")).FirstOrDefault(found => found.Count > 0) is { } found ? int.Parse(found[^1].Groups[1].Value) : 0;
    }

    private static (int Code, string Output) Run(string folder, string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        return (process.StandardOutput.ReadToEnd() is var output && process.WaitForExit(TimeSpan.FromMinutes(20)) ? process.ExitCode : -1, output);
    }
}
