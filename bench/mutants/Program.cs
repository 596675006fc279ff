using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MutantsBench;

// Plants small faults in a copy of the repository, each behind a switch, builds the copy once and runs the tests once for each fault.
var (copy, count, seed) = (Path.GetFullPath(args[0]), int.Parse(args[1]), int.Parse(args[2]));
var only = args.Skip(3).Select(int.Parse).ToHashSet();
const string Mathematics = "src/DataEnvGym.Domains/Mathematics/Grading/", Code = "src/DataEnvGym.Domains/Code/";
Area[] areas =
[
    new("math and parity grader", "Domains", "FullyQualifiedName~Mathematics.Grading", path => path.StartsWith(Mathematics)),
    new("code grader", "Domains", "FullyQualifiedName~Domains.Tests.Code", path => path.StartsWith(Code + "Testing/") || path is Code + "CodeGrader.cs" or Code + "CodeChecker.cs"),
    new("curation gates", "Core", "FullyQualifiedName~Curation", path => path.StartsWith("src/DataEnvGym.Core/Curation/")),
    new("statistics", "Core", "FullyQualifiedName~Statistics", path => path.StartsWith("src/DataEnvGym.Core/Statistics/")),
];

var files = areas.SelectMany(area => Directory.GetFiles(Path.Combine(copy, "src"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
    .Where(file => !file.Contains("/obj/") && area.Holds(Path.GetRelativePath(copy, file))).Select(file => (Area: area, Path: file, Root: CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()))).ToList();
var random = new Random(seed);
var sample = areas.SelectMany(area =>
{
    var all = files.Where(file => file.Area == area).SelectMany(file => Mutations.Of(file.Root).Select(mutation => (file.Area, file.Path, Mutation: mutation))).ToArray();
    random.Shuffle(all);
    Console.WriteLine($"{area.Name}: {all.Length} faults are possible");
    return all.Take(count);
}).Select((mutant, index) => new Mutant(index + 1, mutant.Area, mutant.Path, mutant.Mutation)).ToList();

File.WriteAllText(Path.Combine(copy, "src/DataEnvGym.Core/Mutant.cs"),
    "public static class Mutant { private static readonly string? Chosen = System.Environment.GetEnvironmentVariable(\"MUTANT\"); public static bool On(string id) => id == Chosen; }");
while (Build() is { Count: > 0 } faulty)
{
    Console.WriteLine($"{sample.RemoveAll(mutant => faulty.Contains(mutant.Id))} faults do not compile");
}

foreach (var area in areas.Where(area => Test(area, 0) != "survived"))
{
    throw new InvalidOperationException($"The tests of the {area.Name} fail without any fault.");
}

var results = new ConcurrentBag<(Mutant Mutant, string Result)>();
await Parallel.ForEachAsync(sample.Where(mutant => only.Count == 0 || only.Contains(mutant.Id)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (mutant, _) =>
{
    var result = await Task.Run(() => Test(mutant.Area, mutant.Id));
    results.Add((mutant, result));
    if (result == "survived")
    {
        Console.WriteLine($"{mutant.Id} {Path.GetRelativePath(copy, mutant.Path)}:{mutant.Mutation.Line} {Regex.Replace(mutant.Mutation.What, @"\s+", " ")}");
    }
});

Console.WriteLine("| area | faults | caught | of them by the time limit | survived |\n|---|---:|---:|---:|---:|");
foreach (var area in areas)
{
    var all = results.Where(result => result.Mutant.Area == area).ToLookup(result => result.Result);
    Console.WriteLine($"| {area.Name} | {all.Sum(group => group.Count())} | {all["caught"].Count() + all["time"].Count()} | {all["time"].Count()} | {all["survived"].Count()} |");
}

// The faults that the compiler refuses: those on the lines it names, or the last before.
HashSet<int> Build()
{
    foreach (var file in files)
    {
        var planted = sample.Where(mutant => mutant.Path == file.Path).ToLookup(mutant => mutant.Mutation.Host);
        var root = file.Root.ReplaceNodes(planted.Select(group => group.Key), (host, done) =>
            planted[host].Aggregate(done, (node, mutant) => mutant.Mutation.Plant(node, $"Mutant.On(\"{mutant.Id}\")")).WithTriviaFrom(host));
        File.WriteAllText(file.Path, root.ToFullString());
    }

    var faulty = new HashSet<int>();
    foreach (var project in (string[])["Domains", "Core"])
    {
        var (code, output) = Run("dotnet", $"build tests/DataEnvGym.{project}.Tests -c Release -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false -v quiet -nologo", 0, 600);
        foreach (Match error in Regex.Matches(output, @"(?m)^(?<file>/[^(]+)\((?<line>\d+),\d+\): error"))
        {
            var lines = File.ReadAllLines(error.Groups["file"].Value).Take(int.Parse(error.Groups["line"].Value)).Reverse();
            faulty.UnionWith(lines.Select(line => Regex.Matches(line, @"Mutant\.On\(""(\d+)""\)")).FirstOrDefault(found => found.Count > 0)?.Select(found => int.Parse(found.Groups[1].Value)) ?? throw new InvalidOperationException(output));
        }

        if (code != 0)
        {
            return faulty.Count > 0 ? faulty : throw new InvalidOperationException(output);
        }
    }

    return faulty;
}

string Test(Area area, int id) =>
    Run("dotnet", $"test tests/DataEnvGym.{area.Tests}.Tests/bin/Release/net10.0/DataEnvGym.{area.Tests}.Tests.dll --filter {area.Filter} -- xUnit.StopOnFail=true", id, 120).Code switch { 0 => "survived", -1 => "time", _ => "caught" };

(int Code, string Output) Run(string program, string arguments, int mutant, int seconds)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = copy, RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment["MUTANT"] = mutant.ToString();
    using var process = Process.Start(start)!;
    var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    if (!process.WaitForExit(TimeSpan.FromSeconds(seconds)))
    {
        process.Kill(entireProcessTree: true);
        return (-1, "");
    }

    return (process.ExitCode, output.Result + errors.Result);
}

internal sealed record Area(string Name, string Tests, string Filter, Func<string, bool> Holds);

internal sealed record Mutant(int Id, Area Area, string Path, Mutation Mutation);
