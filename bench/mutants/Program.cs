using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using MutantsBench;

// Plants small faults in a copy of the repository, each behind a switch, builds the copy once and runs the tests once for each fault.
var (copy, count, seed) = (Path.GetFullPath(args[0]), args[1] == "all" ? int.MaxValue : int.Parse(args[1]), int.Parse(args[2]));
var (chosen, only) = (args[3], args.Skip(4).Select(int.Parse).ToHashSet());
const string Mathematics = "src/DataEnvGym.Domains/Mathematics/Grading/", Code = "src/DataEnvGym.Domains/Code/";
Area[] areas =
[
    new("math and parity grader", "DataEnvGym.Domains.Tests", "Mathematics.Grading", path => path.StartsWith(Mathematics)),
    new("code grader", "DataEnvGym.Domains.Tests", "Tests.Code.Co|HumanEval", path => path.StartsWith(Code + "Testing/") || path is Code + "CodeGrader.cs" or Code + "CodeChecker.cs"),
    new("curation gates", "DataEnvGym.Core.Tests", "Curation", path => path.StartsWith("src/DataEnvGym.Core/Curation/")),
    new("statistics", "DataEnvGym.Core.Tests", "Statistics", path => path.StartsWith("src/DataEnvGym.Core/Statistics/")),
];
areas = [.. areas.Where(area => area.Name.Contains(chosen))];

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
Planting.Build(copy, files.ToDictionary(file => file.Path, file => file.Root), sample);

var table = new List<string> { "| area | faults | caught | of them by the time limit | survived |", "|---|---:|---:|---:|---:|" };
foreach (var area in areas)
{
    var mutants = sample.Where(mutant => mutant.Area == area && (only.Count == 0 || only.Contains(mutant.Id))).ToList();
    var results = await new Testing(copy, area).RunAsync([.. mutants.Select(mutant => mutant.Id)]);
    foreach (var mutant in mutants.Where(mutant => results[mutant.Id] is "survived" or "unreached").OrderBy(mutant => mutant.Path, StringComparer.Ordinal).ThenBy(mutant => mutant.Mutation.Line))
    {
        Console.WriteLine($"{mutant.Id} {Path.GetRelativePath(copy, mutant.Path)}:{mutant.Mutation.Line} {results[mutant.Id]} {Regex.Replace(mutant.Mutation.What, @"\s+", " ")}");
    }

    var (caught, late) = (results.Values.Count(result => result is "caught" or "time"), results.Values.Count(result => result is "time"));
    table.Add($"| {area.Name} | {results.Count} | {caught} | {late} | {results.Count - caught} |");
}

table.ForEach(Console.WriteLine);
